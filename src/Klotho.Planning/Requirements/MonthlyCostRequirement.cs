using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>What the application, or one node with what only it needs, may cost a month.</summary>
public sealed record MonthlyCostRequirement(RequirementLine Line, Money Most) : Requirement(Line)
{
    private const string Description = "What it may cost a month at most, by the estimate.";

    public static readonly RequirementKind Kind = new("monthly_cost", Description, new(
    [
        new("", Aspects.None, new QuantityKey(Description, Money.Format, "200 USD/month"), line => new MonthlyCostRequirement(line, Money.Parse(line.Text)))
        {
            HoldsForEach = false,
        },
    ]));
}
