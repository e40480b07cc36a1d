using Klotho.Planning.Quantities;

namespace Klotho.Planning.Catalogue;

/// <summary>
/// How much one node is used: from the <c>traffic</c> requirement that is nearest to it, or assumed. A unit counts
/// requests and messages, a store operations, a topic messages.
/// </summary>
/// <param name="Average">Over a month.</param>
/// <param name="Peak">In the busiest minute.</param>
/// <param name="Payload">Of one request, message or item.</param>
/// <param name="Stored">What a store holds.</param>
/// <param name="WorkPerRequest">How long a unit's own code works on one request or message.</param>
public sealed record Demand(Rate Average, Rate Peak, DataSize Payload, DataSize Stored, Duration WorkPerRequest)
{
    /// <summary>What is assumed where nothing is said; every estimate says so.</summary>
    public static readonly Demand Assumed = new(
        new(1m), new(10m), DataSize.OfKiB(10), DataSize.OfGiB(1), Duration.OfMilliseconds(100));
}
