using System.Collections.Immutable;

namespace Klotho.Analysis.Graph;

/// <summary>Finds nodes and edges of one graph without walking it: planning asks for every node, and there may be thousands.</summary>
internal sealed class GraphIndex
{
    private readonly ImmutableArray<CapabilityNode> allNodes;
    private readonly ImmutableArray<CapabilityEdge> allEdges;
    private readonly Dictionary<NodeId, CapabilityNode> nodes = [];
    private readonly ILookup<NodeId, CapabilityEdge> from;
    private readonly ILookup<NodeId, CapabilityEdge> to;
    private readonly ILookup<NodeId, CapabilityEdge> at;

    public GraphIndex(CapabilityGraph graph)
    {
        allNodes = graph.Nodes.Items;
        allEdges = graph.Edges.Items;
        foreach (var node in allNodes)
        {
            if (!nodes.ContainsKey(node.Id))
            {
                nodes.Add(node.Id, node);
            }
        }

        from = allEdges.ToLookup(edge => edge.From);
        to = allEdges.ToLookup(edge => edge.To);
        at = allEdges.SelectMany(edge => new[] { edge.From, edge.To }.Distinct().Select(end => (End: end, Edge: edge))).ToLookup(pair => pair.End, pair => pair.Edge);
    }

    /// <summary>A copy of a graph with other nodes takes the index along: it is of no use there.</summary>
    public bool IsOf(CapabilityGraph graph) => allNodes == graph.Nodes.Items && allEdges == graph.Edges.Items;

    public CapabilityNode? Find(NodeId id) => nodes.TryGetValue(id, out var node) ? node : null;

    public IEnumerable<CapabilityEdge> From(NodeId id) => from[id];

    public IEnumerable<CapabilityEdge> To(NodeId id) => to[id];

    public IEnumerable<CapabilityEdge> At(NodeId id) => at[id];
}
