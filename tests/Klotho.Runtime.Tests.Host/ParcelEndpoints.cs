using Microsoft.AspNetCore.Builder;

namespace Klotho.Runtime.Tests.Host;

/// <summary>Sends parcels.</summary>
internal static class ParcelEndpoints
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static void Map(WebApplication app)
    {
        app.MapPost("/parcels", (int from, int count, [PubSub("parcels")] ITopic<Parcel> parcels, CancellationToken cancel) =>
            PublishAsync(parcels, Enumerable.Range(from, count).Select(static number => new[] { number }), cancel));
        app.MapPost("/convoys", (int from, int count, [PubSub("convoys")] ITopic<Parcel> convoys, CancellationToken cancel) =>
            PublishAsync(convoys, Enumerable.Range(from, count).GroupBy(Parcel.LaneOf), cancel));
    }

    /// <summary>Publishes several lines at once, each in its order; returns how many attempts failed.</summary>
    private static async Task<int> PublishAsync(ITopic<Parcel> parcels, IEnumerable<IEnumerable<int>> lines, CancellationToken cancel)
    {
        var failures = 0;
        await Parallel.ForEachAsync(lines, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (line, stop) =>
        {
            foreach (var number in line)
            {
                // As whoever must not lose one does: until it is told that the message is kept.
                while (!await TryAsync(parcels, number, stop))
                {
                    Interlocked.Increment(ref failures);
                    await Task.Delay(Pause, stop);
                }
            }
        });
        return failures;
    }

    private static async Task<bool> TryAsync(ITopic<Parcel> parcels, int number, CancellationToken cancel)
    {
        try
        {
            await parcels.PublishAsync(Parcel.Of(number), cancel);
            return true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !cancel.IsCancellationRequested)
        {
            // Whatever the technology throws: each has exceptions of its own.
            return false;
        }
    }
}
