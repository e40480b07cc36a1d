using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Topology.Graphs;

namespace Klotho.Emit.Topology.Diagrams;

/// <summary>
/// Which nodes share a box. In a small application none do. In a larger one, what only one unit touches is drawn inside of that
/// unit, and nodes that are alike in what they are and in whom they deal with are drawn as one. In a very large one, every
/// box stands for all nodes that are hosted alike.
/// </summary>
internal static class NodeGroups
{
    /// <summary>So many boxes can be taken in at a glance.</summary>
    private const int Few = 24;

    /// <summary>So many can still be followed with a finger.</summary>
    private const int Many = 120;

    public static List<NodeGroup> Of(TopologyGraph graph)
    {
        if (graph.Nodes.Count <= Few)
        {
            return [.. graph.Nodes.Items.Select(node => new NodeGroup([node], []))];
        }

        var folded = Folded(graph);
        var merged = Alike(graph, folded);
        return merged.Count <= Many ? merged : [.. graph.Nodes.Items.GroupBy(node => (node.Id.Kind, node.Type)).Select(group => new NodeGroup([.. group], []))];
    }

    /// <summary>Puts what only one unit touches inside of the unit.</summary>
    private static List<NodeGroup> Folded(TopologyGraph graph)
    {
        var neighbours = Neighbours(graph);
        var groups = graph.Nodes.Items.ToDictionary(node => node.Id, node => new NodeGroup([node], []));
        foreach (var node in graph.Nodes.Items.Where(node => node.Appearance.Shape is NodeShape.Cylinder or NodeShape.Lane or NodeShape.Note))
        {
            if (neighbours[node.Id].Distinct().ToList() is [var only] && groups[only].Nodes[0].Appearance.Shape == NodeShape.Box)
            {
                groups[only].Inside.Add(node);
                groups.Remove(node.Id);
            }
        }

        return [.. graph.Nodes.Items.Where(node => groups.ContainsKey(node.Id)).Select(node => groups[node.Id])];
    }

    /// <summary>Draws as one what is hosted alike, has nothing inside, and has the same neighbours in the same relations.</summary>
    private static List<NodeGroup> Alike(TopologyGraph graph, List<NodeGroup> groups)
    {
        var surroundings = graph.Edges.Items
            .SelectMany(edge => new[] { (Node: edge.From, Text: $"{edge.Kind}>{edge.To}"), (Node: edge.To, Text: $"{edge.Kind}<{edge.From}") })
            .ToLookup(item => item.Node, item => item.Text);
        return [.. groups
            .GroupBy(group => group.Inside.Count > 0 || !surroundings[group.Nodes[0].Id].Any()
                ? group.Nodes[0].Id.ToString()
                : $"{group.Nodes[0].Id.Kind} {group.Nodes[0].Type} {string.Join(' ', surroundings[group.Nodes[0].Id].Order(StringComparer.Ordinal))}")
            .Select(alike => new NodeGroup([.. alike.SelectMany(group => group.Nodes)], alike.First().Inside))];
    }

    private static ILookup<NodeId, NodeId> Neighbours(TopologyGraph graph) => graph.Edges.Items
        .SelectMany(edge => new[] { (edge.From, edge.To), (From: edge.To, To: edge.From) })
        .ToLookup(pair => pair.From, pair => pair.To);
}
