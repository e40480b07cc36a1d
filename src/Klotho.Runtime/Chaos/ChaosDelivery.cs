namespace Klotho.Drivers;

/// <summary>A delivery whose message may come again although it was handled, as every queue of a cloud may do.</summary>
/// <param name="delivery">The delivery.</param>
/// <param name="isDuplicated">Whether the message with an id comes again.</param>
internal sealed class ChaosDelivery(ITopicDelivery delivery, Func<string, bool> isDuplicated) : ITopicDelivery
{
    public string MessageId => delivery.MessageId;

    public int Attempt => delivery.Attempt;

    public string? Schema => delivery.Schema;

    public TraceContext? Trace => delivery.Trace;

    public ReadOnlyMemory<byte> Payload => delivery.Payload;

    public ValueTask RenewAsync() => delivery.RenewAsync();

    // It does not fail either: a completion that fails shows as a message that comes again.
    public ValueTask CompleteAsync() =>
        isDuplicated(delivery.MessageId) ? delivery.RetryAsync(TimeSpan.Zero, countAttempt: false) : delivery.CompleteAsync();

    public ValueTask RetryAsync(TimeSpan delay, bool countAttempt) => delivery.RetryAsync(delay, countAttempt);

    public ValueTask DeadLetterAsync(string reason) => delivery.DeadLetterAsync(reason);
}
