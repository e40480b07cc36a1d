namespace Klotho.Drivers;

/// <summary>A claimed file of a queue without an order.</summary>
internal sealed class FileClaim(FileQueue queue, QueueEntry claimed) : IFileClaim
{
    public QueueEntry Entry { get; private set; } = claimed;

    public ValueTask RenewAsync()
    {
        Entry = queue.Renew(Entry) ?? Entry;
        return ValueTask.CompletedTask;
    }

    public ValueTask CompleteAsync()
    {
        queue.Complete(Entry);
        return ValueTask.CompletedTask;
    }

    public ValueTask RetryAsync(TimeSpan delay, bool countAttempt)
    {
        queue.Retry(Entry, delay, countAttempt);
        return ValueTask.CompletedTask;
    }
}
