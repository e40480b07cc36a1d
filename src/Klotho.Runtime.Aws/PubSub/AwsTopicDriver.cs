using System.Runtime.CompilerServices;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// A topic of Amazon SNS that this unit publishes to, the queue of Amazon SQS that it receives from, or both. Of the queue
/// only the unit's own process knows, so dead letters are shown and redriven there.
/// </summary>
/// <param name="id">The topic's id.</param>
/// <param name="clients">The clients.</param>
/// <param name="topic">The topic; null in a unit that only subscribes.</param>
/// <param name="queue">The unit's queue; null in a unit that only publishes.</param>
internal sealed class AwsTopicDriver(string id, IAwsClients clients, Arn? topic, SubscriptionQueue? queue) : ITopicDriver
{
    public async ValueTask PublishAsync(ReadOnlyMemory<byte> payload, CancellationToken cancel)
    {
        if (topic is null)
        {
            throw new InvalidOperationException($"This unit publishes to the topic '{id}', but Klotho:PubSub:{id} is not set.");
        }

        // The id would push a message at the limit over it. Without one, that of the queue's message stands in, which a redrive changes.
        var attributes = new MessageHead(Guid.NewGuid().ToString("N")).Write();
        var size = payload.Length + attributes.Sum(attribute => MessageHead.SizeOf(attribute.Key, attribute.Value));
        await clients.Sns(topic.Region).PublishAsync(topic, payload, size <= TopicLimits.MaxMessageBytes ? attributes : MessageHead.Nothing, cancel);
    }

    public ValueTask<ITopicDelivery> ReceiveAsync(string subscriber, CancellationToken cancel) =>
        (queue ?? throw new InvalidOperationException($"This unit subscribes to the topic '{id}', but Klotho:Subscriptions:{id} is not set."))
        .ReceiveAsync(subscriber, cancel);

    public async IAsyncEnumerable<DeadLetter> DeadLettersAsync(string subscriber, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (queue?.Serves(subscriber) != true)
        {
            yield break;
        }

        foreach (var letter in await queue.Dead.ListAsync(subscriber, cancel))
        {
            yield return letter;
        }
    }

    public async ValueTask<int> RedriveAsync(string subscriber, CancellationToken cancel) =>
        queue?.Serves(subscriber) == true ? await queue.Dead.RedriveAsync(subscriber, cancel) : 0;
}
