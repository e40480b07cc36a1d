using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Klotho.Aws;

/// <summary>
/// Finds the queues that this process receives from: <c>Klotho:Subscriptions:ID = sqs://queue-arn</c>, or in a process of several units
/// <c>Klotho:Subscriptions:ID:UNIT</c> for each.
/// </summary>
internal sealed class SubscriptionQueues(
    IAwsClients clients, IConfiguration configuration, IEnumerable<TopicSubscriber> subscribers, ProcessRole role, IOptions<KlothoOptions> options, TimeProvider time,
    TriggeringHost? host = null)
{
    /// <summary>The queues for a topic, each with the handlers that share it; none if this process has no handler of it.</summary>
    /// <exception cref="InvalidOperationException">There is a handler and no queue, or the binding is malformed.</exception>
    public IReadOnlyList<ISubscriptionQueue> Open(string topic) =>
    [
        .. subscribers.Where(subscriber => string.Equals(subscriber.Topic, topic, StringComparison.Ordinal) && role.Runs(subscriber.Unit) && !InvokesUs(topic, subscriber.Unit)).Distinct()
            .Select(subscriber => (subscriber.Name, Binding: Find(topic, subscriber)))
            .GroupBy(handler => handler.Binding.Queue.Text, StringComparer.Ordinal)
            .Select(queue => Open(queue.First().Binding, [.. queue.Select(handler => handler.Name)])),
    ];

    // To a function a topic or a bus may come itself. Nothing else can take what comes so.
    private bool InvokesUs(string topic, string unit) => host is not null && DirectBinding.Find(configuration, clients, topic, unit) is not null;

    private QueueBinding Find(string topic, TopicSubscriber subscriber) => QueueBinding.Find(configuration, clients, topic, subscriber.Unit)
        ?? throw new InvalidOperationException(
            $"{subscriber.Name} subscribes to the topic '{topic}', which is on AWS, but Klotho:Subscriptions:{topic} names no queue: set it to sqs://queue-arn.");

    private ISubscriptionQueue Open(QueueBinding binding, IReadOnlyList<string> handlers)
    {
        var queue = new SqsQueue(() => clients.Sqs(binding.Queue.Region), binding.Queue);
        return binding.Queue.IsFifo
            ? new OrderedQueue(queue, binding.Payloads, handlers, options.Value.Lease, time)
            : new SubscriptionQueue(queue, binding.Payloads, handlers, options.Value.Lease);
    }
}
