using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>How much more traffic and stored data there is after a year: the plan must carry that, not today's.</summary>
public sealed record GrowthRequirement(RequirementLine Line, Growth Growth) : Requirement(Line)
{
    public override Demand Use(Demand demand) => demand with
    {
        Average = new(Growth.After(demand.Average.PerSecond)),
        Peak = new(Growth.After(demand.Peak.PerSecond)),
        Stored = new((long)decimal.Ceiling(Growth.After(demand.Stored.Bytes))),
    };
}
