using Klotho;
using SearchTheDeck.Search;

namespace SearchTheDeck.Slides;

/// <summary>
/// The slides as this process knows them: an index in memory that is brought up to date before every answer. The
/// first search reads all slides; every later one reads only what the change log gained. So an answer holds every
/// slide that was written before the question was asked, whichever process wrote it.
/// </summary>
public sealed class SlideLibrary([Persist("slides")] IKeyValueStore<Slide> slides, ChangeLog changes)
{
    private const int ParallelReads = 16;

    private readonly SearchIndex _index = new();
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private long? _indexedUpTo;
    private long _asked;
    private long _served;

    public async Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancel)
    {
        await CatchUpAsync(cancel);
        return _index.Search(query);
    }

    private async Task CatchUpAsync(CancellationToken cancel)
    {
        var turn = Interlocked.Increment(ref _asked);
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            // Whoever read the log after this search was asked has done its work: under load many share one read.
            if (_served >= turn)
            {
                return;
            }

            var served = Volatile.Read(ref _asked);
            _indexedUpTo = _indexedUpTo is { } number ? await ReadChangesAsync(number, cancel) : await ReadAllAsync(cancel);
            _served = served;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<long> ReadAllAsync(CancellationToken cancel)
    {
        // The end of the log first: what is written during the scan is then read again, never missed.
        var last = await changes.LastAsync(cancel);
        await foreach (var entry in slides.ScanAsync(cancel))
        {
            _index.Put(entry.Value);
        }

        return last;
    }

    private async Task<long> ReadChangesAsync(long number, CancellationToken cancel)
    {
        var changed = await changes.ReadAfterAsync(number, cancel);
        await Parallel.ForEachAsync(
            changed.Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancel },
            async (key, stop) =>
            {
                if (await slides.GetAsync(key, stop) is { } entry)
                {
                    _index.Put(entry.Value);
                }
            });
        return number + changed.Count;
    }
}
