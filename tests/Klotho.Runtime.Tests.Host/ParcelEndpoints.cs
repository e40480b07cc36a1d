using Microsoft.AspNetCore.Builder;

namespace Klotho.Runtime.Tests.Host;

/// <summary>Sends parcels.</summary>
internal static class ParcelEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/parcels", (int from, int count, [PubSub("parcels")] ITopic<Parcel> parcels, CancellationToken cancel) =>
            UntilKept.RunAsync(Enumerable.Range(from, count).Select(static number => new[] { number }), (number, stop) => parcels.PublishAsync(Parcel.Of(number), stop), cancel));
        app.MapPost("/convoys", (int from, int count, [PubSub("convoys")] ITopic<Parcel> convoys, CancellationToken cancel) =>
            UntilKept.RunAsync(Enumerable.Range(from, count).GroupBy(Parcel.LaneOf), (number, stop) => convoys.PublishAsync(Parcel.Of(number), stop), cancel));
    }
}
