using Klotho.Drivers;

namespace Klotho.RabbitMq;

/// <summary>
/// A message with one of the unit's handlers. What is tried again goes on as a copy, which the broker has confirmed before the
/// message is acknowledged: dying in between makes a duplicate and loses nothing.
/// </summary>
internal sealed class RabbitMqDelivery(
    SharedReceipt receipt, MessageHead head, string handler, ReadOnlyMemory<byte> payload, QueueSender sender, TimeProvider time) : ITopicDelivery
{
    public string MessageId => head.Id;

    public int Attempt => head.Failed + 1;

    public string? Schema => head.Schema;

    public TraceContext? Trace => head.Trace;

    public ReadOnlyMemory<byte> Payload => payload;

    // The broker keeps a message for its channel for as long as that is open.
    public ValueTask RenewAsync() => ValueTask.CompletedTask;

    public ValueTask CompleteAsync() => receipt.EndAsync(isDone: true);

    public ValueTask RetryAsync(TimeSpan delay, bool countAttempt) => EndAfterAsync(() =>
        sender.SendAsync(head with { Handler = handler, Failed = head.Failed + (countAttempt ? 1 : 0) }, payload, delay));

    public ValueTask DeadLetterAsync(string reason) => EndAfterAsync(() =>
        sender.BuryAsync(head with { Handler = handler, Failed = Attempt, Reason = reason, At = time.GetUtcNow() }, payload));

    private async ValueTask EndAfterAsync(Func<ValueTask> copy)
    {
        receipt.RequireHeld();
        var copied = false;
        try
        {
            await copy();
            copied = true;
        }
        finally
        {
            await receipt.EndAsync(copied);
        }
    }
}
