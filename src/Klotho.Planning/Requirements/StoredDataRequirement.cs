using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>How much a store holds.</summary>
public sealed record StoredDataRequirement(RequirementLine Line, DataSize Stored) : Requirement(Line)
{
    public override Demand Use(Demand demand) => demand with { Stored = Stored };
}
