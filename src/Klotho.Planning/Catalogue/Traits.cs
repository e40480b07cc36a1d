using Klotho.Planning.Quantities;

namespace Klotho.Planning.Catalogue;

/// <summary>What a variant gives, as far as requirements ask. A figure that does not apply to the kind of node is null.</summary>
/// <param name="Latency">What one use of it adds to a request's time; for a unit, its own start and overhead without the time of the application's code.</param>
/// <param name="Availability">The provider's promise (SLA), or for what runs on several of them the one that holds.</param>
/// <param name="ScalesToZero">Whether it costs nothing while nobody uses it.</param>
/// <param name="ColdStart">How long the first request after a pause waits; null where it never does.</param>
/// <param name="MaxDuration">How long one request or message may take; null for no limit.</param>
/// <param name="Memory">The memory that this variant has.</param>
/// <param name="MaxPayload">The largest request, message or item.</param>
/// <param name="MaxRate">How much it serves; null where it grows by itself.</param>
/// <param name="DataLoss">How much of what was written may be lost (recovery point objective).</param>
/// <param name="Recovery">How long until it serves again after the loss of a zone (recovery time objective).</param>
/// <param name="Portability">What it runs on.</param>
/// <param name="Network">Where it can be reached.</param>
/// <param name="OwnKeys">Whether it can be encrypted with keys of the operator's own.</param>
public sealed record Traits(
    LatencyFigures Latency,
    Share Availability,
    bool ScalesToZero,
    Duration? ColdStart = null,
    Duration? MaxDuration = null,
    DataSize? Memory = null,
    DataSize? MaxPayload = null,
    Rate? MaxRate = null,
    Duration? DataLoss = null,
    Duration? Recovery = null,
    Portability Portability = Portability.Provider,
    NetworkPlace Network = NetworkPlace.Public,
    bool OwnKeys = false);
