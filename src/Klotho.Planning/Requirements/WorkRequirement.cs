using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>How long a unit's own code works on one request or message.</summary>
public sealed record WorkRequirement(RequirementLine Line, Duration Work) : Requirement(Line)
{
    public override Demand Use(Demand demand) => demand with { WorkPerRequest = Work };
}
