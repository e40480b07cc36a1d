namespace Klotho.Drivers;

/// <summary>A message claimed from a queue in memory. It has no lease: the queue dies with whoever claimed it.</summary>
internal sealed class MemoryDelivery(MemoryQueue queue, QueuedMessage message) : ITopicDelivery
{
    public string MessageId => message.Id;

    public int Attempt => message.Failed + 1;

    public string? Schema => message.Schema;

    public TraceContext? Trace => message.Trace;

    public ReadOnlyMemory<byte> Payload => message.Payload;

    public ValueTask RenewAsync() => ValueTask.CompletedTask;

    public ValueTask CompleteAsync()
    {
        queue.End(message);
        return ValueTask.CompletedTask;
    }

    public ValueTask RetryAsync(TimeSpan delay, bool countAttempt)
    {
        queue.Again(message with { Failed = message.Failed + (countAttempt ? 1 : 0) }, delay);
        return ValueTask.CompletedTask;
    }

    public ValueTask DeadLetterAsync(string reason)
    {
        queue.Bury(message, reason);
        return ValueTask.CompletedTask;
    }
}
