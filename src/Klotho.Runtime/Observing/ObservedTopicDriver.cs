using System.Diagnostics;

namespace Klotho.Drivers;

/// <summary>A topic that tells of what is published. Deliveries are told of where they are handled, however they came.</summary>
internal sealed class ObservedTopicDriver(string id, ITopicDriver driver, ObservedNode node) : ITopicDriver
{
    public int MaxMessageBytes => driver.MaxMessageBytes;

    public string? PublishingSystem => driver.PublishingSystem;

    public string? ReceivingSystem => driver.ReceivingSystem;

    public bool KeepsOrder => driver.KeepsOrder;

    public async ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel)
    {
        if (!ObservedNode.IsOn)
        {
            await driver.PublishAsync(message, cancel);
            return;
        }

        await node.RunAsync("publish", ActivityKind.Producer, (driver, message, cancel), static async at =>
        {
            await at.driver.PublishAsync(Traced(at.message), at.cancel);
            return true;
        }, [.. Tags(), new("messaging.message.body.size", message.Payload.Length)]);
    }

    public async ValueTask PublishManyAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancel)
    {
        if (!ObservedNode.IsOn)
        {
            await driver.PublishManyAsync(messages, cancel);
            return;
        }

        // One activity for all, as one call: which requests it takes is the technology's business.
        await node.RunAsync("publish", ActivityKind.Producer, (driver, messages, cancel), static async at =>
        {
            await at.driver.PublishManyAsync([.. at.messages.Select(Traced)], at.cancel);
            return true;
        }, [.. Tags(), new("messaging.batch.message_count", messages.Count)]);
    }

    public ValueTask<ITopicDelivery> ReceiveAsync(string subscriber, CancellationToken cancel) => driver.ReceiveAsync(subscriber, cancel);

    public ValueTask<IReadOnlyList<ITopicDelivery>> ReceiveManyAsync(string subscriber, int most, CancellationToken cancel) => driver.ReceiveManyAsync(subscriber, most, cancel);

    public IAsyncEnumerable<DeadLetter> DeadLettersAsync(string subscriber, CancellationToken cancel) => driver.DeadLettersAsync(subscriber, cancel);

    public ValueTask<int> RedriveAsync(string subscriber, CancellationToken cancel) => driver.RedriveAsync(subscriber, cancel);

    private KeyValuePair<string, object?>[] Tags() =>
        [new("messaging.system", driver.PublishingSystem), new("messaging.operation.type", "send"), new("messaging.destination.name", id)];

    // Deliveries go on from the activity of the publishing.
    private static OutgoingMessage Traced(OutgoingMessage message) => message with { Trace = TraceContext.Current ?? message.Trace };
}
