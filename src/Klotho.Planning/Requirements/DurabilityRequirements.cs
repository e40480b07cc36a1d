using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>What a disaster may cost: data, and time.</summary>
public static class DurabilityRequirements
{
    public static readonly RequirementKind Kind = new(
        "durability",
        "What the loss of a zone or a mistaken deletion may cost.",
        new(
        [
            new("rpo", Aspects.KeepsData, new QuantityKey("The last writes that may be lost (recovery point objective).", Duration.Format, "5min"),
                line => new DataLossRequirement(line, Duration.Parse(line.Text))),
            new("rto", Aspects.KeepsData, new QuantityKey("How long until it serves again (recovery time objective).", Duration.Format, "1h"),
                line => new RecoveryRequirement(line, Duration.Parse(line.Text))),
        ]));
}
