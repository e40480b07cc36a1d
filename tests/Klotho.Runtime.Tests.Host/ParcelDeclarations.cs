using Klotho.Wiring;

namespace Klotho.Runtime.Tests.Host;

/// <summary>What the source generator would write for what is tested under faults.</summary>
public static class ParcelDeclarations
{
    /// <summary>Where it is kept what came of parcels.</summary>
    public static IReadOnlyList<Declaration> Stores { get; } = [new KeyValueDeclaration<Parcel>("receipts"), new BlobDeclaration("slips")];

    public static IReadOnlyList<Declaration> All { get; } =
    [
        .. Stores,
        new KeyValueDeclaration<HandledMessage>("inbox"),
        new TopicDeclaration<Parcel>("parcels"),
        new TopicDeclaration<Parcel>("convoys") { OrderedBy = static parcel => Parcel.LaneOf(parcel.Number) },
        new UnitDeclaration<ParcelWorker>("depot"),
        new SubscriptionDeclaration<ParcelWorker, Parcel>(
            "parcels", "depot", "ParcelWorker.Handle", static (worker, parcel, message, cancel) => new ValueTask(worker.HandleAsync(parcel, message, cancel))),
        new SubscriptionDeclaration<ParcelWorker, Parcel>(
            "convoys", "depot", "ParcelWorker.Handle", static (worker, parcel, message, cancel) => new ValueTask(worker.HandleAsync(parcel, message, cancel)))
        {
            IsOrdered = true,
        },
    ];
}
