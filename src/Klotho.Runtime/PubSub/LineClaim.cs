namespace Klotho.Drivers;

/// <summary>The claimed file of an ordered message, the first of its line.</summary>
internal sealed class LineClaim(FileLines lines, string line, LineEntry claimed) : IFileClaim
{
    private LineEntry _claimed = claimed;

    public QueueEntry Entry => _claimed.Entry;

    public async ValueTask RenewAsync() => _claimed = await lines.RenewAsync(line, _claimed) ?? _claimed;

    public ValueTask CompleteAsync() => lines.CompleteAsync(line, _claimed);

    public ValueTask RetryAsync(TimeSpan delay, bool countAttempt) => lines.RetryAsync(line, _claimed, delay, countAttempt);
}
