namespace Klotho.Drivers;

/// <summary>A message claimed from a queue of files. Where the lease was lost, ending the delivery changes nothing.</summary>
internal sealed class FileDelivery(FileQueue queue, QueueEntry claimed, TraceContext? trace, ReadOnlyMemory<byte> payload) : ITopicDelivery
{
    private QueueEntry _claimed = claimed;

    public string MessageId => _claimed.Id;

    public int Attempt => _claimed.Failed + 1;

    public string? Schema => _claimed.Schema;

    public TraceContext? Trace => trace;

    public ReadOnlyMemory<byte> Payload => payload;

    public ValueTask RenewAsync()
    {
        _claimed = queue.Renew(_claimed) ?? _claimed;
        return ValueTask.CompletedTask;
    }

    public ValueTask CompleteAsync()
    {
        queue.Complete(_claimed);
        return ValueTask.CompletedTask;
    }

    public ValueTask RetryAsync(TimeSpan delay, bool countAttempt)
    {
        queue.Retry(_claimed, delay, countAttempt);
        return ValueTask.CompletedTask;
    }

    public ValueTask DeadLetterAsync(string reason) => queue.BuryAsync(_claimed, trace, payload, reason);
}
