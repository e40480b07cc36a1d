using Klotho.Analysis.Collections;
using Klotho.Planning.Locking;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Differences;

/// <summary>Compares two plans by what their locks say, without their code.</summary>
public static class PlanDiff
{
    private static readonly IComparison[] Comparisons =
    [
        new ApplicationComparison(),
        new CapabilityComparison(),
        new SchemaComparison(),
        new HostingComparison(),
        new RouteComparison(),
        new PermissionComparison(),
    ];

    /// <summary>What differs, without locations.</summary>
    /// <param name="before">The earlier plan; an empty one gives no changes, because nothing of it can be lost.</param>
    /// <param name="after">The later plan.</param>
    /// <param name="accepted">The changes that were accepted since the earlier plan.</param>
    public static PlanDifferences Run(PlanLock before, PlanLock after, IEnumerable<AcceptedChange> accepted)
    {
        var reasons = accepted.GroupBy(change => change.Change).ToDictionary(group => group.Key, group => group.First());
        var renames = new RenameFinder(before, after).Find(reasons.Keys.ToHashSet());
        var renamed = RenamedLock.Of(before, renames);
        var changes = RenameComparison.Run(renames, before, after).Concat(Comparisons.SelectMany(comparison => comparison.Run(renamed, after)))
            .Where(change => !renames.Any(rename => change.Id == HostingComparison.Replacement(rename.New)));
        return new(
            changes
                .Select(change => change with { Acceptance = reasons.GetValueOrDefault(change.Id) })
                .OrderBy(change => change.Area).ThenBy(change => change.Subject, StringComparer.Ordinal).ThenBy(change => change.Id)
                .ToEquatableArray(),
            Costs(renamed, after).Where(cost => cost.Before != cost.After).ToEquatableArray(),
            before.Cost,
            after.Cost);
    }

    /// <summary>What was accepted in the later lock and not in the earlier one: an old acceptance does not count again.</summary>
    public static IEnumerable<AcceptedChange> AcceptedSince(PlanLock before, PlanLock after)
    {
        var old = before.Accepted.Items.GroupBy(change => change.Change).ToDictionary(group => group.Key, group => group.Count(change => change.Applied));
        return after.Accepted.Items.GroupBy(change => change.Change)
            .Where(group => group.Count() > old.GetValueOrDefault(group.Key))
            .Select(group => group.OrderBy(change => change.Applied).First());
    }

    /// <summary>Every id that somebody may accept: what is refused, and what a rename or a removal may be instead.</summary>
    public static IReadOnlyList<ChangeId> Acceptable(PlanLock before, PlanLock after)
    {
        var renames = new RenameFinder(before, after).Possible().ToList();
        return Run(before, after, []).Changes.Items.Where(change => change.NeedsAcceptance).Select(change => change.Id)
            .Concat(renames.SelectMany(rename => new[] { rename.Id, rename.Removal }))
            .Distinct().Order().ToList();
    }

    private static IEnumerable<CostChange> Costs(PlanLock before, PlanLock after) =>
        Pairs.Of(Costs(before), Costs(after), cost => cost.Subject)
            .Select(pair => new CostChange(pair.Key, pair.Before?.After ?? Money.Zero, pair.After?.After ?? Money.Zero));

    private static IEnumerable<CostChange> Costs(PlanLock plan) =>
        plan.Nodes.Items.Select(node => new CostChange(node.Id.ToString(), Money.Zero, node.Monthly))
            .Concat(plan.Facilities.Items.Select(facility => new CostChange($"shared {facility.Id}", Money.Zero, facility.Monthly)));
}
