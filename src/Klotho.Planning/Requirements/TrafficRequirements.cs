using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>How much the application, or a part of it, is used: what sizes and prices follow from.</summary>
public static class TrafficRequirements
{
    /// <summary>Growth comes last, because it multiplies what the others say.</summary>
    public static readonly RequirementKind Kind = new(
        "traffic",
        "How much it is used. Where nothing is said, estimates name what they assume.",
        new(
        [
            new("average", Aspects.Serves, new QuantityKey("Requests, messages or operations over a month.", Rate.Format, "50 rps"),
                line => new AverageTrafficRequirement(line, Rate.Parse(line.Text))),
            new("peak", Aspects.Serves, new QuantityKey("The same in the busiest minute.", Rate.Format, "500 rps"),
                line => new PeakTrafficRequirement(line, Rate.Parse(line.Text))),
            new("payload", Aspects.Serves, new QuantityKey("The size of one request, message or item.", DataSize.Format, "20 KiB"),
                line => new PayloadRequirement(line, DataSize.Parse(line.Text))),
            new("stored", Aspects.KeepsData, new QuantityKey("How much a store holds.", DataSize.Format, "50 GiB"),
                line => new StoredDataRequirement(line, DataSize.Parse(line.Text))),
            new("work", Aspects.RunsCode, new QuantityKey("How long a unit's own code works on one request or message.", Duration.Format, "100ms"),
                line => new WorkRequirement(line, Duration.Parse(line.Text))),
            new("growth", Aspects.Serves, new QuantityKey("How much more traffic and stored data the plan must carry after a year.", Growth.Format, "20%/year"),
                line => new GrowthRequirement(line, Growth.Parse(line.Text))),
        ]));
}
