namespace Klotho.Aws;

/// <summary>Sends entries of one request, and those again of which the service says that the fault was its own: the SDK repeats whole requests only.</summary>
internal static class EntryRetry
{
    private const int MostTries = 5;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns what failed for good, by the places of the entries, in their order.</summary>
    public static async ValueTask<IReadOnlyList<EntryFailure>> SendAsync<T>(
        IReadOnlyList<T> entries, Func<IReadOnlyList<T>, ValueTask<IReadOnlyList<EntryFailure>>> send, CancellationToken cancel)
    {
        var failed = new List<EntryFailure>();
        var left = Enumerable.Range(0, entries.Count).ToList();
        for (var tries = 1; left.Count > 0; tries++)
        {
            var refused = (await send([.. left.Select(place => entries[place])])).Select(failure => failure with { Index = left[failure.Index] }).ToList();
            failed.AddRange(refused.Where(failure => !failure.IsTransient || tries == MostTries));
            left = tries == MostTries ? [] : [.. refused.Where(failure => failure.IsTransient).Select(failure => failure.Index).Order()];
            if (left.Count > 0)
            {
                await Task.Delay(FirstDelay * Math.Pow(2, tries - 1) * (0.5 + Random.Shared.NextDouble()), cancel);
            }
        }

        return [.. failed.OrderBy(failure => failure.Index)];
    }
}
