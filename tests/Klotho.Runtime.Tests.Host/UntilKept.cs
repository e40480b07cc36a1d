namespace Klotho.Runtime.Tests.Host;

/// <summary>Does many things, each until it is told that it is done, as whoever must not lose one does.</summary>
internal static class UntilKept
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Goes through several lines at once, each in its order; returns how many attempts failed.</summary>
    public static async Task<int> RunAsync(IEnumerable<IEnumerable<int>> lines, Func<int, CancellationToken, ValueTask> attempt, CancellationToken cancel)
    {
        var failures = 0;
        await Parallel.ForEachAsync(lines, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (line, stop) =>
        {
            foreach (var number in line)
            {
                while (!await TryAsync(number, attempt, stop))
                {
                    Interlocked.Increment(ref failures);
                    await Task.Delay(Pause, stop);
                }
            }
        });
        return failures;
    }

    private static async Task<bool> TryAsync(int number, Func<int, CancellationToken, ValueTask> attempt, CancellationToken cancel)
    {
        try
        {
            await attempt(number, cancel);
            return true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !cancel.IsCancellationRequested)
        {
            // Whatever the technology throws: each has exceptions of its own.
            return false;
        }
    }
}
