using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Locking;

/// <summary>What one node does with another: the names of the operations, sorted.</summary>
public sealed record LockedEdge(NodeId From, EdgeKind Kind, NodeId To, EquatableArray<string> Operations) : IComparable<LockedEdge>
{
    public int CompareTo(LockedEdge? other) => other is null ? 1 : (From, Kind, To).CompareTo((other.From, other.Kind, other.To));
}
