using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Graph;

/// <summary>
/// What the application needs, in its own terms. Nodes are sorted by id, edges by (from, to, kind); both are complete:
/// every edge ends in nodes of this graph.
/// </summary>
public sealed record CapabilityGraph(AppName App, EquatableArray<CapabilityNode> Nodes, EquatableArray<CapabilityEdge> Edges)
{
    private GraphIndex? index;

    /// <summary>What keeps the application from being trimmed or compiled to native code, sorted by place. No part of the document.</summary>
    public EquatableArray<TrimObstacle> TrimObstacles { get; init; }

    /// <summary>What units read of the application's own configuration, sorted by unit and key: it needs no hosting, so it makes no nodes.</summary>
    public EquatableArray<ConfigurationRead> ConfigurationReads { get; init; }

    private GraphIndex Index => index is { } known && known.IsOf(this) ? known : index = new(this);

    public IEnumerable<TNode> NodesOf<TNode>()
        where TNode : CapabilityNode => Nodes.Items.OfType<TNode>();

    public CapabilityNode? Find(NodeId id) => Index.Find(id);

    public IEnumerable<CapabilityEdge> From(NodeId id) => Index.From(id);

    public IEnumerable<CapabilityEdge> To(NodeId id) => Index.To(id);

    /// <summary>The edges that begin or end in the node, in the graph's order.</summary>
    public IEnumerable<CapabilityEdge> At(NodeId id) => Index.At(id);

    /// <summary>By value, whatever was looked up before.</summary>
    public bool Equals(CapabilityGraph? other) => other is not null && App == other.App && Nodes == other.Nodes && Edges == other.Edges && ConfigurationReads == other.ConfigurationReads;

    public override int GetHashCode() => unchecked((((App.GetHashCode() * 31) + Nodes.GetHashCode()) * 31) + Edges.GetHashCode());
}
