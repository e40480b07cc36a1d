using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Choices;

/// <summary>One way to host one node, as the planner weighs it.</summary>
/// <param name="Order">Its place among all options of its node, the simplest first: decides ties.</param>
/// <param name="Candidate">Whose way it is.</param>
/// <param name="Variant">What it gives and costs.</param>
/// <param name="Context">For what it was made.</param>
/// <param name="Premium">What it must save before it is taken: see <see cref="PlanWeights"/>.</param>
/// <param name="Emitted">Whether this version can emit it.</param>
/// <param name="Shortfalls">The requirements that it does not meet alone.</param>
/// <param name="Against">The directive or pin that excludes it, or null.</param>
internal sealed record PlanOption(
    int Order, Candidate Candidate, Variant Variant, VariantContext Context, Money Premium, bool Emitted, EquatableArray<Shortfall> Shortfalls, PlanLine? Against)
{
    public bool IsAllowed => Shortfalls.Count == 0 && Against is null && Variant.Refusal is null;

    public Money Cost => Variant.Cost.Expected;

    /// <summary>What neighbours see of it.</summary>
    public HostProfile Profile { get; } = Variant.Profile;

    /// <summary>The part of the premium that a reservation is, in millionths of a dollar.</summary>
    public static long Reserve(Variant variant) => variant.Reservation is null ? 0 : PlanWeights.Reserved.Micro;

    /// <summary>
    /// What keeps it from satisfying a requirement alone. What one node may cost is its own matter; latency adds up along
    /// paths, the application's cost over all nodes, and both are judged there. Of the application's peak a node must carry
    /// what reaches it.
    /// </summary>
    public static Shortfall? Judge(Requirement requirement, Variant variant, VariantContext context) => requirement switch
    {
        MonthlyCostRequirement { Scope: not null } cost when variant.Cost.Expected > cost.Most =>
            new(cost, $"{variant.Cost.Expected.RoundedUp}", Gap.Between(variant.Cost.Expected.Micro, cost.Most.Micro)),
        PeakTrafficRequirement { Scope: null } peak when context.Demand.Peak < peak.Peak =>
            (peak with { Peak = context.Demand.Peak }).Judge(variant, context) is { } shortfall ? shortfall with { Requirement = peak } : null,
        _ => requirement.Judge(variant, context),
    };
}
