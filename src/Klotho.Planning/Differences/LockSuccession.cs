using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Locking;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Differences;

/// <summary>Holds a plan against the lock of the last compile: what keeps its name, what changes, what is refused.</summary>
public static class LockSuccession
{
    public static Succession Run(LockReading reading, Plan plan, PlanningCatalogue catalogue)
    {
        var before = reading.Lock ?? PlanLock.Empty;
        var pending = before.Accepted.Items.Where(accepted => !accepted.Applied).ToList();
        var ids = pending.Select(accepted => accepted.Change).ToHashSet();

        // An accepted rename hands its name on, before anything else is named.
        var plain = new LockedPlan(plan, catalogue, before).Lock();
        var handed = RenamedLock.Of(before, new RenameFinder(before, plain).Find(ids).Where(rename => ids.Contains(rename.Id)).ToList());
        var after = new LockedPlan(plan, catalogue, handed).Lock();

        var found = PlanDiff.Run(before, after, pending);
        var places = new ChangePlaces(plan, reading.Places);
        var differences = found with { Changes = found.Changes.Items.Select(places.At).ToEquatableArray() };
        var used = differences.Changes.Items.Select(change => change.Id).ToHashSet();
        return new(
            after with { Accepted = before.Accepted.Items.Where(accepted => accepted.Applied || used.Contains(accepted.Change)).Select(accepted => accepted with { Applied = true }).Order().ToEquatableArray() },
            before.IsEmpty ? differences with { Changes = EquatableArray<PlanChange>.Empty } : differences,
            PlanDiff.Acceptable(before, after).ToEquatableArray(),
            before.IsEmpty ? default : LockGuard.Run(differences, pending.Where(accepted => !used.Contains(accepted.Change)), reading.Places).ToEquatableArray());
    }

    /// <summary>What differs from a lock of another place, such as another branch.</summary>
    /// <param name="earlier">That lock.</param>
    /// <param name="succession">The plan as the successor of the lock in the working tree.</param>
    /// <param name="plan">The plan.</param>
    public static PlanDifferences Since(PlanLock earlier, Succession succession, Plan plan)
    {
        var found = PlanDiff.Run(earlier, succession.Lock, PlanDiff.AcceptedSince(earlier, succession.Lock));
        var places = new ChangePlaces(plan, LockPlaces.Nowhere);
        return found with { Changes = found.Changes.Items.Select(places.At).ToEquatableArray() };
    }
}
