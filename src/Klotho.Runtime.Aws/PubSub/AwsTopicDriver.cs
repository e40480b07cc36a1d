using System.Runtime.CompilerServices;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// What this process publishes a topic's messages to, the queues of Amazon SQS that its units receive them from, or both. Of a queue
/// only its unit's own process knows, so dead letters are shown and redriven there.
/// </summary>
/// <param name="id">The topic's id.</param>
/// <param name="publisher">Publishes; null in a unit that only subscribes.</param>
/// <param name="queues">The units' queues; none in a unit that only publishes.</param>
/// <param name="claims">Where payloads go that are too large; null where such a message is refused.</param>
internal sealed class AwsTopicDriver(string id, IAwsPublisher? publisher, IReadOnlyList<ISubscriptionQueue> queues, ClaimStore? claims = null)
    : ITopicDriver, ICheckedDriver, IDisposable, IAsyncDisposable
{
    // Something that is JSON for who looks into the queue, and for a bus, whose events are objects.
    private static readonly ReadOnlyMemory<byte> InPlaceOfPayload = "{}"u8.ToArray();

    public string? PublishingSystem => publisher?.System;

    public string? ReceivingSystem => "aws_sqs";

    public int MaxMessageBytes => claims is null ? TopicLimits.MaxMessageBytes : TopicLimits.MaxClaimedMessageBytes;

    public bool KeepsOrder => publisher is null or { KeepsOrder: true } && queues.All(queue => queue.KeepsOrder);

    /// <summary>Asks the queues. Of what it publishes to a unit may know nothing.</summary>
    public async ValueTask CheckAsync(CancellationToken cancel)
    {
        foreach (var queue in queues)
        {
            await queue.CheckAsync(cancel);
        }
    }

    public async ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var prepared = await PrepareAsync(message, cancel);
        await (prepared.Refusal is { } refusal ? throw refusal : Publisher().PublishAsync(prepared, cancel));
    }

    public async ValueTask PublishManyAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancel)
    {
        var publishing = new BatchPublishing(Publisher(), cancel);
        foreach (var (place, message) in messages.Index())
        {
            await publishing.AddAsync(place, () => PrepareAsync(message, cancel));
        }

        await publishing.EndAsync(messages.Count);
    }

    public ValueTask<ITopicDelivery> ReceiveAsync(string subscriber, CancellationToken cancel) => Required(subscriber).ReceiveAsync(subscriber, cancel);

    public ValueTask<IReadOnlyList<ITopicDelivery>> ReceiveManyAsync(string subscriber, int most, CancellationToken cancel) =>
        Required(subscriber).ReceiveManyAsync(subscriber, most, cancel);

    public async IAsyncEnumerable<DeadLetter> DeadLettersAsync(string subscriber, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (Of(subscriber) is not { } queue)
        {
            yield break;
        }

        foreach (var letter in await queue.Dead.ListAsync(subscriber, cancel))
        {
            yield return letter;
        }
    }

    public async ValueTask<int> RedriveAsync(string subscriber, CancellationToken cancel) =>
        Of(subscriber) is { } queue ? await queue.Dead.RedriveAsync(subscriber, cancel) : 0;

    /// <summary>What the queues hold comes again when its leases end.</summary>
    public void Dispose()
    {
        foreach (var queue in queues.OfType<IDisposable>())
        {
            queue.Dispose();
        }
    }

    /// <summary>What the queues hold is handed back.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var queue in queues.OfType<IAsyncDisposable>())
        {
            await queue.DisposeAsync();
        }
    }

    private IAwsPublisher Publisher() => publisher ?? throw new InvalidOperationException($"This unit publishes to the topic '{id}', but Klotho:PubSub:{id} is not set.");

    private async ValueTask<PreparedMessage> PrepareAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var to = Publisher();
        var prepared = to.Prepare(message, null);
        return claims is null || prepared.Fits
            ? prepared
            : to.Prepare(message with { Payload = InPlaceOfPayload }, await claims.KeepAsync(id, message, cancel));
    }

    private ISubscriptionQueue Required(string subscriber) =>
        Of(subscriber) ?? throw new InvalidOperationException($"This unit subscribes to the topic '{id}', but Klotho:Subscriptions:{id} is not set.");

    private ISubscriptionQueue? Of(string subscriber) => queues.FirstOrDefault(queue => queue.Serves(subscriber));
}
