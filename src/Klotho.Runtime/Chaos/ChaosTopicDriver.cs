using System.Collections.Concurrent;

namespace Klotho.Drivers;

/// <summary>A topic with faults: publishing is held up and fails, and messages are delivered late and twice.</summary>
internal sealed class ChaosTopicDriver(ITopicDriver driver, ChaosDice dice) : ITopicDriver
{
    // What comes again, so that it does so once, however large the share is. It holds what is in flight.
    private readonly ConcurrentDictionary<(string Subscriber, string MessageId), bool> _again = new();

    public int MaxMessageBytes => driver.MaxMessageBytes;

    public string? PublishingSystem => driver.PublishingSystem;

    public string? ReceivingSystem => driver.ReceivingSystem;

    public bool KeepsOrder => driver.KeepsOrder;

    public ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel) =>
        dice.RunAsync(nameof(PublishAsync), () => driver.PublishAsync(message, cancel), cancel);

    public async ValueTask<ITopicDelivery> ReceiveAsync(string subscriber, CancellationToken cancel)
    {
        // Before a message is claimed: in memory nobody would hand it out again.
        await dice.ReadAsync($"{nameof(ReceiveAsync)} {subscriber}", cancel);
        return new ChaosDelivery(await driver.ReceiveAsync(subscriber, cancel), message => IsDuplicated(subscriber, message));
    }

    public IAsyncEnumerable<DeadLetter> DeadLettersAsync(string subscriber, CancellationToken cancel) => driver.DeadLettersAsync(subscriber, cancel);

    public ValueTask<int> RedriveAsync(string subscriber, CancellationToken cancel) => driver.RedriveAsync(subscriber, cancel);

    private bool IsDuplicated(string subscriber, string message)
    {
        var key = (subscriber, message);
        return !_again.TryRemove(key, out _) && dice.Next($"Complete {subscriber}").Duplicate && _again.TryAdd(key, true);
    }
}
