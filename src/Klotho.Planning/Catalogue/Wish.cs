using Klotho.Planning.Quantities;

namespace Klotho.Planning.Catalogue;

/// <summary>Sizes that the requirements on a node ask for, so that a candidate offers the variant that fits. What nobody asks for is null.</summary>
public sealed record Wish(
    DataSize? Memory = null,
    Duration? MaxDuration = null,
    long? LogRetentionDays = null,
    Duration? DataLoss = null,
    Share? Availability = null,
    bool NoColdStart = false,
    bool OwnKeys = false,
    bool PrivateNetwork = false)
{
    public static readonly Wish None = new();
}
