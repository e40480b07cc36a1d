using Klotho;

namespace SearchTheDeck.Slides;

/// <summary>
/// An append-only log of what was written to the slides, numbered 1, 2, 3… without gaps. A writer takes the next
/// number by a conditional write, so no clock decides what comes after what, and whoever has read up to a number has
/// missed nothing before it.
/// </summary>
public sealed class ChangeLog([Persist("slide-changes")] IKeyValueStore<SlideChange> entries)
{
    private const string Partition = "log/";

    private long _lastKnown;

    /// <summary>Adds an entry under the next free number.</summary>
    public async Task AppendAsync(string slideKey, CancellationToken cancel)
    {
        var number = await LastAsync(cancel) + 1;
        while (!await TryWriteAsync(number, slideKey, cancel))
        {
            number++;
        }

        Advance(number);
    }

    /// <summary>The entries after <paramref name="number"/>, up to the end of the log.</summary>
    public async Task<IReadOnlyList<string>> ReadAfterAsync(long number, CancellationToken cancel)
    {
        var slideKeys = new List<string>();
        await foreach (var entry in entries.QueryAsync(Partition, Key(number), cancel))
        {
            slideKeys.Add(entry.Value.SlideKey);
        }

        return slideKeys;
    }

    /// <summary>
    /// The number of the last entry. As there are no gaps, doubling and halving finds it in a few reads, however long
    /// the log is.
    /// </summary>
    public async Task<long> LastAsync(CancellationToken cancel)
    {
        var present = Volatile.Read(ref _lastKnown);
        var step = 1L;
        while (await ExistsAsync(present + step, cancel))
        {
            present += step;
            step *= 2;
        }

        for (step /= 2; step > 0; step /= 2)
        {
            if (await ExistsAsync(present + step, cancel))
            {
                present += step;
            }
        }

        Advance(present);
        return present;
    }

    // Twelve digits keep the ordinal order of the keys equal to the order of the numbers.
    private static string Key(long number) => $"{Partition}{number:D12}";

    private async Task<bool> ExistsAsync(long number, CancellationToken cancel) =>
        await entries.GetAsync(Key(number), cancel) is not null;

    private async Task<bool> TryWriteAsync(long number, string slideKey, CancellationToken cancel)
    {
        try
        {
            await entries.PutAsync(Key(number), new SlideChange(slideKey), WriteCondition.IfAbsent, cancel);
            return true;
        }
        catch (ConcurrencyException)
        {
            return false;
        }
    }

    private void Advance(long number)
    {
        var known = Volatile.Read(ref _lastKnown);
        while (known < number && Interlocked.CompareExchange(ref _lastKnown, number, known) != known)
        {
            known = Volatile.Read(ref _lastKnown);
        }
    }
}
