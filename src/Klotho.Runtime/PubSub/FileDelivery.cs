namespace Klotho.Drivers;

/// <summary>A message claimed from a queue of files.</summary>
internal sealed class FileDelivery(FileQueue queue, IFileClaim claim, MessageFile file) : ITopicDelivery
{
    public string MessageId => claim.Entry.Id;

    public int Attempt => claim.Entry.Failed + 1;

    public string? Schema => claim.Entry.Schema;

    public TraceContext? Trace => file.Trace;

    public ReadOnlyMemory<byte> Payload => file.Payload;

    public ValueTask RenewAsync() => claim.RenewAsync();

    public ValueTask CompleteAsync() => claim.CompleteAsync();

    public ValueTask RetryAsync(TimeSpan delay, bool countAttempt) => claim.RetryAsync(delay, countAttempt);

    public async ValueTask DeadLetterAsync(string reason)
    {
        await queue.BuryAsync(claim.Entry, file, reason);
        await claim.CompleteAsync();
    }
}
