using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Graph;

/// <summary>
/// What the application needs, in its own terms. Nodes are sorted by id, edges by (from, to, kind); both are complete:
/// every edge ends in nodes of this graph.
/// </summary>
public sealed record CapabilityGraph(AppName App, EquatableArray<CapabilityNode> Nodes, EquatableArray<CapabilityEdge> Edges)
{
    public IEnumerable<TNode> NodesOf<TNode>()
        where TNode : CapabilityNode => Nodes.Items.OfType<TNode>();

    public CapabilityNode? Find(NodeId id) => Nodes.Items.FirstOrDefault(node => node.Id == id);

    public IEnumerable<CapabilityEdge> From(NodeId id) => Edges.Items.Where(edge => edge.From == id);

    public IEnumerable<CapabilityEdge> To(NodeId id) => Edges.Items.Where(edge => edge.To == id);
}
