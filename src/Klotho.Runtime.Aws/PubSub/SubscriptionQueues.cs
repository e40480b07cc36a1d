using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Klotho.Aws;

/// <summary>Finds the queues that this process receives from: <c>Klotho:Subscriptions:ID = sqs://queue-arn</c>.</summary>
internal sealed class SubscriptionQueues(
    IAwsClients clients, IConfiguration configuration, IEnumerable<TopicSubscriber> subscribers, ProcessRole role, IOptions<KlothoOptions> options)
{
    /// <summary>The queue for a topic; null if this process has no handler of it.</summary>
    /// <exception cref="InvalidOperationException">There is a handler and no queue, or the binding is malformed.</exception>
    public SubscriptionQueue? Open(string topic)
    {
        string[] handlers =
        [
            .. subscribers.Where(subscriber => string.Equals(subscriber.Topic, topic, StringComparison.Ordinal) && role.Runs(subscriber.Unit))
                .Select(subscriber => subscriber.Name).Distinct(StringComparer.Ordinal),
        ];
        if (handlers.Length == 0)
        {
            return null;
        }

        var (queue, payloads) = QueueBinding.Find(configuration, clients, topic)
            ?? throw new InvalidOperationException(
                $"{handlers[0]} subscribes to the topic '{topic}', which is on AWS, but Klotho:Subscriptions:{topic} names no queue: set it to sqs://queue-arn.");
        return new SubscriptionQueue(clients.Sqs(queue.Region), queue, payloads, handlers, options.Value.Lease);
    }
}
