using System.Collections.Concurrent;

namespace SearchTheDeck.Import;

/// <summary>Sends a folder's slides to an application and waits until they can be found. Running it again sends only what is missing.</summary>
public sealed class FolderImport(DeckClient client)
{
    private const int ParallelSends = 4;

    private static readonly TimeSpan PollPause = TimeSpan.FromMilliseconds(500);

    /// <summary>How long to wait for the next slide to become ready before giving up waiting.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<ImportOutcome>> SendAsync(IReadOnlyList<ImportedSlide> slides, CancellationToken cancel)
    {
        var outcomes = new ConcurrentBag<ImportOutcome>();
        var progress = new ProgressLine("uploaded", slides.Count);
        await Parallel.ForEachAsync(
            slides,
            new ParallelOptions { MaxDegreeOfParallelism = ParallelSends, CancellationToken = cancel },
            async (slide, stop) =>
            {
                outcomes.Add(await client.SendAsync(slide, stop));
                progress.Advance();
            });
        return [.. outcomes.OrderBy(outcome => outcome.Slide.File, StringComparer.Ordinal)];
    }

    /// <summary>Waits until the slides can be found; returns those that cannot yet.</summary>
    public async Task<IReadOnlyList<ImportOutcome>> WaitAsync(IReadOnlyList<ImportOutcome> sent, CancellationToken cancel)
    {
        var waiting = new Queue<ImportOutcome>(sent);
        var progress = new ProgressLine("read", sent.Count);
        var lastNews = DateTimeOffset.UtcNow;
        while (waiting.TryPeek(out var next) && DateTimeOffset.UtcNow - lastNews < Patience)
        {
            if (await client.IsReadyAsync(next, cancel))
            {
                waiting.Dequeue();
                progress.Advance();
                lastNews = DateTimeOffset.UtcNow;
            }
            else
            {
                // Others may be ready earlier: the slide goes to the end of the queue.
                waiting.Enqueue(waiting.Dequeue());
                await Task.Delay(PollPause, cancel);
            }
        }

        return [.. waiting];
    }
}
