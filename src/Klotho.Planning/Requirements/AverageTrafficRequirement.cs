using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>How often something is used over a month.</summary>
public sealed record AverageTrafficRequirement(RequirementLine Line, Rate Average) : Requirement(Line)
{
    public override Demand Use(Demand demand) => demand with { Average = Average };
}
