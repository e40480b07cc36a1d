using System.Runtime.CompilerServices;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// What this unit publishes a topic's messages to, the queue of Amazon SQS that it receives them from, or both. Of the queue
/// only the unit's own process knows, so dead letters are shown and redriven there.
/// </summary>
/// <param name="id">The topic's id.</param>
/// <param name="publisher">Publishes; null in a unit that only subscribes.</param>
/// <param name="queue">The unit's queue; null in a unit that only publishes.</param>
/// <param name="claims">Where payloads go that are too large; null where such a message is refused.</param>
internal sealed class AwsTopicDriver(string id, IAwsPublisher? publisher, SubscriptionQueue? queue, ClaimStore? claims = null) : ITopicDriver, ICheckedDriver
{
    // Something that is JSON for who looks into the queue, and for a bus, whose events are objects.
    private static readonly ReadOnlyMemory<byte> InPlaceOfPayload = "{}"u8.ToArray();

    public int MaxMessageBytes => claims is null ? TopicLimits.MaxMessageBytes : TopicLimits.MaxClaimedMessageBytes;

    /// <summary>Asks the queue. Of what it publishes to a unit may know nothing.</summary>
    public ValueTask CheckAsync(CancellationToken cancel) => queue?.CheckAsync(cancel) ?? ValueTask.CompletedTask;

    public async ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var to = publisher ?? throw new InvalidOperationException($"This unit publishes to the topic '{id}', but Klotho:PubSub:{id} is not set.");
        if (claims is null || to.Fits(message))
        {
            await to.PublishAsync(message, null, cancel);
            return;
        }

        var claim = await claims.KeepAsync(id, message, cancel);
        await to.PublishAsync(message with { Payload = InPlaceOfPayload }, claim, cancel);
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
