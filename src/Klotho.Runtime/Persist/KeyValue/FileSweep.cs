namespace Klotho.Drivers;

/// <summary>
/// When the files of items that have ended are deleted which nobody comes across: after as many writes of items that end as there were files at the last
/// time, so that there are never more than twice as many as are needed, and a write costs the same however many there are.
/// </summary>
internal sealed class FileSweep
{
    // A folder of so many files is read in no time.
    private const int Fewest = 100;

    private int _left = Fewest;

    /// <summary>Counts a write, and calls what reads all items if it is time: reading one that has ended deletes it.</summary>
    public async ValueTask TakeTurnAsync(Func<CancellationToken, IAsyncEnumerable<KeyValueItem>> read, CancellationToken cancel)
    {
        if (Interlocked.Decrement(ref _left) != 0)
        {
            return;
        }

        var stay = 0;
        try
        {
            await foreach (var _ in read(cancel))
            {
                stay++;
            }
        }
        catch (OperationCanceledException)
        {
            // The item was written, and that is what was asked for.
        }
        catch (IOException)
        {
            // Likewise: the next turn sweeps.
        }

        Interlocked.Exchange(ref _left, Math.Max(Fewest, stay));
    }
}
