using Klotho.Analysis.Collections;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>Writes into a lock that changes are meant.</summary>
public static class LockAcceptance
{
    /// <summary>The lock with the changes accepted for the next compile; of a change that was accepted already, the later reason counts.</summary>
    public static PlanLock Of(PlanLock plan, IReadOnlyCollection<ChangeId> changes, string reason) => plan with
    {
        Accepted = plan.Accepted.Items
            .Where(accepted => accepted.Applied || !changes.Contains(accepted.Change))
            .Concat(changes.Distinct().Select(change => new AcceptedChange(change, reason, Applied: false)))
            .Order().ToEquatableArray(),
    };
}
