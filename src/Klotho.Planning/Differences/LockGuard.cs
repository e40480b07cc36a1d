using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>Refuses what loses data or breaks what is deployed, until it is accepted.</summary>
internal static class LockGuard
{
    public static IEnumerable<KlothoDiagnostic> Run(PlanDifferences differences, IEnumerable<AcceptedChange> unneeded, LockPlaces places) =>
        differences.Changes.Items.Where(change => change.IsRefused).Select(Refuse)
            .Concat(unneeded.Select(accepted => Warn(accepted, places)).OfType<KlothoDiagnostic>());

    private static KlothoDiagnostic Refuse(PlanChange change)
    {
        var id = change.Id.Value;
        return change switch
        {
            { Kind: ChangeKind.Renamed, OldNode: { } old, NewNode: { } now } =>
                GuardRules.Renamed.At(change.Locations.Items, old.ToString(), id, now.ToString(), new NodeRename(old, now).Removal.Value),
            { Area: ChangeArea.Schema } => GuardRules.Breaking.At(change.Locations.Items, change.Subject, id, change.Consequence),
            { Area: ChangeArea.Hosting } => GuardRules.Rehosted.At(change.Locations.Items, change.Subject, id, change.Before, change.After),
            { Area: ChangeArea.Permission } => GuardRules.Unsubscribed.At(change.Locations.Items, change.Subject, id, change.Consequence),
            { Area: ChangeArea.Capability, Kind: ChangeKind.Changed, NewNode: { } topic } => GuardRules.Reordered.At(change.Locations.Items, topic.ToString(), id, Order(change.Before), Order(change.After)),
            { OldNode: null, NewNode: null } => GuardRules.Moved.At(change.Locations.Items, change.Before, id, change.After),
            _ => GuardRules.Removed.At(change.Locations.Items, change.Subject, id, change.Consequence),
        };
    }

    private static string Order(string key) => key.Length == 0 ? "no order" : $"the order of {key}";

    private static KlothoDiagnostic? Warn(AcceptedChange accepted, LockPlaces places) =>
        places.Of(accepted.Change) is { } place ? GuardRules.Unneeded.At((SourceLocation)place, accepted.Change.Value, accepted.Reason) : null;
}
