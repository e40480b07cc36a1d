using System.Diagnostics;

namespace Klotho.Drivers;

/// <summary>A topic that tells of what is published. Deliveries are told of where they are handled, however they came.</summary>
internal sealed class ObservedTopicDriver(ITopicDriver driver, ObservedNode node) : ITopicDriver
{
    public async ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel)
    {
        if (!ObservedNode.IsOn)
        {
            await driver.PublishAsync(message, cancel);
            return;
        }

        await node.RunAsync("publish", ActivityKind.Producer, (driver, message, cancel), static async at =>
        {
            await at.driver.PublishAsync(at.message, at.cancel);
            return true;
        }, new KeyValuePair<string, object?>("messaging.message.body.size", message.Payload.Length));
    }

    public ValueTask<ITopicDelivery> ReceiveAsync(string subscriber, CancellationToken cancel) => driver.ReceiveAsync(subscriber, cancel);

    public IAsyncEnumerable<DeadLetter> DeadLettersAsync(string subscriber, CancellationToken cancel) => driver.DeadLettersAsync(subscriber, cancel);

    public ValueTask<int> RedriveAsync(string subscriber, CancellationToken cancel) => driver.RedriveAsync(subscriber, cancel);
}
