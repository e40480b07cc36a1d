using Klotho.Analysis.Graph;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>
/// Tells a node with a new id from one that went and one that came: what was accepted decides, then the resource's name, which
/// stays, then the only one of its kind that looks the same.
/// </summary>
internal sealed class RenameFinder(PlanLock before, PlanLock after)
{
    private readonly List<NodeId> gone = Holders(before).Where(node => after.Find(node) is null).ToList();
    private readonly List<NodeId> come = Holders(after).Where(node => before.Find(node) is null).ToList();

    /// <summary>Every rename that somebody may mean: a node that went and one of its kind that came.</summary>
    public IEnumerable<NodeRename> Possible() => gone.SelectMany(old => come.Where(node => node.Kind == old.Kind).Select(node => new NodeRename(old, node)));

    public IReadOnlyList<NodeRename> Find(IReadOnlySet<ChangeId> accepted)
    {
        var found = new List<NodeRename>();
        Take(found, Possible().Where(rename => accepted.Contains(rename.Id)));
        Take(found, Possible().Where(rename => before.Find(rename.Old)?.Name == after.Find(rename.New)?.Name));
        var alike = Free(found, Possible()).Where(rename => !accepted.Contains(rename.Removal) && LooksTheSame(rename)).ToList();
        Take(found, alike.Where(rename => alike.Count(other => other.Old == rename.Old) == 1 && alike.Count(other => other.New == rename.New) == 1));
        return found;
    }

    private static IEnumerable<NodeId> Holders(PlanLock plan) => plan.Nodes.Items.Select(node => node.Id).Where(node => Holdings.Has(plan, node));

    private static void Take(List<NodeRename> found, IEnumerable<NodeRename> more)
    {
        foreach (var rename in more.ToList())
        {
            found.AddRange(Free(found, [rename]));
        }
    }

    private static IEnumerable<NodeRename> Free(List<NodeRename> found, IEnumerable<NodeRename> renames) =>
        renames.Where(rename => found.All(other => other.Old != rename.Old && other.New != rename.New));

    private bool LooksTheSame(NodeRename rename) =>
        Schemas(before, rename.Old).SequenceEqual(Schemas(after, rename.New)) &&
        (Schemas(before, rename.Old).Any() || Facts(before, rename.Old).SequenceEqual(Facts(after, rename.New))) &&
        Topics(before, rename.Old).SequenceEqual(Topics(after, rename.New));

    private static IEnumerable<LockedSchema> Schemas(PlanLock plan, NodeId node) =>
        plan.Schemas.Items.Where(schema => schema.Node == node).Select(schema => schema with { Node = default });

    private static IEnumerable<NodeProperty> Facts(PlanLock plan, NodeId node) =>
        node.Kind == LockedKinds.Unit ? [] : plan.Capabilities.Items.Where(capability => capability.Id == node).SelectMany(capability => capability.Facts.Items);

    /// <summary>A unit is known by what it subscribes to.</summary>
    private static IEnumerable<NodeId> Topics(PlanLock plan, NodeId node) =>
        plan.Edges.Items.Where(edge => edge.Kind == EdgeKind.Delivers && edge.To == node).Select(edge => edge.From);
}
