using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>How often something is used in the busiest minute.</summary>
public sealed record PeakTrafficRequirement(RequirementLine Line, Rate Peak) : Requirement(Line)
{
    public override Demand Use(Demand demand) => demand with { Peak = Peak };

    public override Shortfall? Judge(Variant variant, VariantContext context) =>
        variant.Traits.MaxRate is { } most && most < Peak ? Misses($"{most}", (Peak.PerSecond - most.PerSecond) / Peak.PerSecond) : null;
}
