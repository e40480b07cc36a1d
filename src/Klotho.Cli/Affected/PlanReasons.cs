using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Capabilities.StaticUnit;
using Klotho.Analysis.Graph;
using Klotho.Cli.Git;
using Klotho.Cli.Pipeline;
using Klotho.Planning.Differences;
using Klotho.Planning.Locking;
using Klotho.Planning.Plans;

namespace Klotho.Cli.Affected;

/// <summary>What changed in how units are hosted and in what they send and keep, by the lock of the commit.</summary>
internal static class PlanReasons
{
    public static async Task<IReadOnlyList<Reason>> SinceAsync(PlannedApp app, Plan plan, GitHistory history, string since, CancellationToken cancel)
    {
        if (app is not { Lock: { } locked, Succession: var succession })
        {
            return [];
        }

        var earlier = await GitLock.ReadAsync(history, locked, since, cancel);
        if (earlier.Lock is not { } before || succession is null)
        {
            return [Reason.OfAll(ReasonKind.Configuration, locked.Name, $"{(earlier.Lock is null ? $"'{since}' holds none" : "there is none")}, so it is not known how units were hosted and what they sent")];
        }

        return [.. LockSuccession.Since(before, succession, plan).Changes.Items.Select(change => Of(change, before, succession.Lock))];
    }

    private static Reason Of(PlanChange change, PlanLock before, PlanLock after)
    {
        var kind = change.Area == ChangeArea.Schema ? ReasonKind.Contract : ReasonKind.Configuration;
        var what = $"{change.Subject}: {string.Join(" → ", new[] { change.Before, change.After }.Where(side => side.Length > 0))}".TrimEnd(' ', ':');
        var nodes = new[] { change.OldNode, change.NewNode }.OfType<NodeId>().Distinct().ToList();
        return nodes.Count == 0
            ? Reason.OfAll(kind, what, "it holds for the whole application")
            : Reason.Of(kind, what, nodes.SelectMany(node => UnitsOf(node, before).Concat(UnitsOf(node, after))));
    }

    /// <summary>The node itself where it is a unit, or else the units that have to do with it.</summary>
    private static IEnumerable<NodeId> UnitsOf(NodeId node, PlanLock plan) => IsUnit(node) ? [node] : plan.Edges.Items
        .Where(edge => edge.From == node || edge.To == node)
        .SelectMany(edge => new[] { edge.From, edge.To })
        .Concat(plan.Routes.Items.Where(route => route.Id == node || route.Gateways.Items.Contains(node)).Select(route => route.Unit).OfType<NodeId>())
        .Where(IsUnit);

    private static bool IsUnit(NodeId node) => node.Kind == ExecUnitNode.Kind || node.Kind == StaticUnitNode.Kind;
}
