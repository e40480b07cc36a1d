using Klotho.Analysis.Collections;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>Everything in which two plans differ: changes by area, then by subject; costs by subject, the whole apart.</summary>
public sealed record PlanDifferences(EquatableArray<PlanChange> Changes, EquatableArray<CostChange> Costs, LockedCost CostBefore, LockedCost CostAfter)
{
    public bool IsEmpty => Changes.Count == 0 && Costs.Count == 0;

    /// <summary>Whether something in it is refused until it is accepted.</summary>
    public bool IsRefused => Changes.Items.Any(change => change.IsRefused);
}
