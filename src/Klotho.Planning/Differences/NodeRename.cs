using Klotho.Analysis.Graph;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>A node that has another id now.</summary>
internal sealed record NodeRename(NodeId Old, NodeId New)
{
    public ChangeId Id => ChangeId.Of("rename", Old, New.Name);

    /// <summary>What it is called if the two are different nodes after all.</summary>
    public ChangeId Removal => ChangeId.Of("remove", Old);
}
