using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// Opens topics that are one queue, <c>Klotho:PubSub:ID = sqs://queue-arn</c>, with <c>?claims=bucket/prefix</c> where payloads may be larger than the queue
/// takes; and those that this process only subscribes to, <c>Klotho:Subscriptions:ID = sqs://queue-arn</c>.
/// </summary>
internal sealed class SqsTopicProvider(IAwsClients clients, SubscriptionQueues queues, IEnumerable<TopicSubscriber> subscribers) : IDriverProvider<ITopicDriver>
{
    private const string Publishes = "Klotho:PubSub:";

    public string Scheme => QueueBinding.Scheme;

    public ITopicDriver Open(string id, ResourceBinding binding)
    {
        if (!binding.Key.StartsWith(Publishes, StringComparison.Ordinal))
        {
            return new AwsTopicDriver(id, publisher: null, queues.Open(id));
        }

        var parts = binding.Target.Split('?', 2);
        var options = BindingOptions.Read(binding, parts.Length > 1 ? parts[1] : "", [ClaimPlaces.Option]);
        if (!Arn.TryParse(parts[0], out var queue) || queue.Service != "sqs")
        {
            throw binding.Malformed("sqs://queue-arn, such as sqs://arn:aws:sqs:eu-central-1:123456789012:queue");
        }

        var units = subscribers.Where(subscriber => string.Equals(subscriber.Topic, id, StringComparison.Ordinal)).Select(subscriber => subscriber.Unit).Distinct().Order(StringComparer.Ordinal).ToList();
        return units.Count <= 1
            ? new AwsTopicDriver(id, new SqsPublisher(new(() => clients.Sqs(queue.Region), queue), queue.IsFifo), queues.Open(id), ClaimPlaces.Open(clients, binding, options))
            : throw new InvalidOperationException(
                $"{binding.Key} is one queue, of which each message goes to one unit, but {string.Join(" and ", units)} subscribe to the topic '{id}': bind it to an SNS topic with a queue for each.");
    }
}
