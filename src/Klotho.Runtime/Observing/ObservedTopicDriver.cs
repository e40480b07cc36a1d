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
            // Deliveries go on from the activity of the publishing.
            await at.driver.PublishAsync(at.message with { Trace = TraceContext.Current ?? at.message.Trace }, at.cancel);
            return true;
        }, new("messaging.system", driver.PublishingSystem), new("messaging.operation.type", "send"), new("messaging.destination.name", id), new("messaging.message.body.size", message.Payload.Length));
    }

    public ValueTask<ITopicDelivery> ReceiveAsync(string subscriber, CancellationToken cancel) => driver.ReceiveAsync(subscriber, cancel);

    public IAsyncEnumerable<DeadLetter> DeadLettersAsync(string subscriber, CancellationToken cancel) => driver.DeadLettersAsync(subscriber, cancel);

    public ValueTask<int> RedriveAsync(string subscriber, CancellationToken cancel) => driver.RedriveAsync(subscriber, cancel);
}
