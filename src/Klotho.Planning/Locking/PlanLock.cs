using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Locking;

/// <summary>What <c>klotho.lock.json</c> says: how the application was planned when it was last compiled. Nodes are sorted by id.</summary>
public sealed record PlanLock(EquatableArray<LockedNode> Nodes)
{
    public static readonly PlanLock Empty = new(EquatableArray<LockedNode>.Empty);

    public LockedNode? Find(NodeId id) => Nodes.Items.FirstOrDefault(node => node.Id == id);
}
