using Klotho.Analysis.Graph;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>Which unit does what with which node, and who brings work to which unit.</summary>
internal sealed class PermissionComparison : IComparison
{
    public IEnumerable<PlanChange> Run(PlanLock before, PlanLock after) =>
        Pairs.Of(before.Edges.Items, after.Edges.Items, edge => (edge.From, edge.Kind, edge.To))
            .SelectMany(pair => Compare(pair.Before, pair.After, after));

    private static IEnumerable<PlanChange> Compare(LockedEdge? old, LockedEdge? now, PlanLock after)
    {
        if ((now ?? old) is not { } edge || (old is not null && now is not null && (!NeedsOperations(edge.Kind) || old.Operations == now.Operations)))
        {
            yield break;
        }

        var change = new PlanChange(
            ChangeId.Of(LockedWord.Of(edge.Kind), edge.From, edge.To.ToString()), Area(edge.Kind), Kind(old, now), Subject(edge), Operations(old), Operations(now))
        {
            OldNode = old is null ? null : edge.From,
            NewNode = now is null ? null : edge.From,
            Effects = Widens(old, now) ? ChangeEffects.Widening : ChangeEffects.None,
        };
        yield return IsLostSubscription(edge, now, after)
            ? change with { Id = ChangeId.Of("unsubscribe", edge.From, edge.To.Name), Effects = ChangeEffects.Destructive, Consequence = $"Messages that wait for {edge.To.Name} in its queue are lost." }
            : change;
    }

    /// <summary>The queue goes with the subscription. Where the topic or the unit goes, too, that says it already.</summary>
    private static bool IsLostSubscription(LockedEdge edge, LockedEdge? now, PlanLock after) =>
        now is null && edge.Kind == EdgeKind.Delivers && after.Find(edge.From) is not null && after.Find(edge.To) is not null;

    private static bool Widens(LockedEdge? old, LockedEdge? now) =>
        now is not null && now.Kind is not (EdgeKind.Packages or EdgeKind.Triggers) && (old is null || now.Operations.Items.Except(old.Operations.Items).Any());

    /// <summary>Whether the operations are permissions; on other edges they are names of methods.</summary>
    private static bool NeedsOperations(EdgeKind kind) => kind is EdgeKind.Uses or EdgeKind.Publishes or EdgeKind.Calls;

    private static ChangeArea Area(EdgeKind kind) => kind is EdgeKind.Exposes ? ChangeArea.Route : ChangeArea.Permission;

    private static ChangeKind Kind(LockedEdge? old, LockedEdge? now) => old is null ? ChangeKind.Added : now is null ? ChangeKind.Removed : ChangeKind.Changed;

    private static string Subject(LockedEdge edge) => $"{edge.From} {LockedWord.Of(edge.Kind)} {edge.To}";

    private static string Operations(LockedEdge? edge) => edge is null ? "" : string.Join(", ", edge.Operations.Items);
}
