using Klotho.Analysis.Graph;

namespace Klotho.Emit.Topology;

/// <summary>
/// Places nodes in columns, each to the right of what leads to it, ordered so that few arrows cross. An arrow over several
/// columns gets a place of its own in each column that it passes, so that it crosses no node.
/// </summary>
internal sealed class LayeredLayout
{
    private const int Sweeps = 8;

    private readonly Dictionary<NodeId, int> layers;

    public LayeredLayout(TopologyGraph graph)
    {
        var forward = Forward(graph);
        layers = Layers(graph, forward);
        Columns = [.. Enumerable.Range(0, layers.Values.DefaultIfEmpty(-1).Max() + 1).Select(_ => new List<LayoutPlace>())];
        var places = graph.Nodes.Items.ToDictionary(node => node.Id, node => new LayoutPlace(layers[node.Id], node));
        foreach (var node in graph.Nodes)
        {
            Columns[layers[node.Id]].Add(places[node.Id]);
        }

        foreach (var edge in graph.Edges)
        {
            var (from, to) = layers[edge.From] < layers[edge.To] ? (edge.From, edge.To) : (edge.To, edge.From);
            var passed = Enumerable.Range(layers[from] + 1, Math.Max(0, layers[to] - layers[from] - 1)).Select(layer => new LayoutPlace(layer, null)).ToList();
            passed.ForEach(place => Columns[place.Layer].Add(place));
            LayoutPlace[] path = [places[from], .. passed, places[to]];
            Link(path);
            Routes.Add((edge, from == edge.From ? path : [.. path.Reverse()]));
        }

        Untangle();
    }

    /// <summary>The places of each column from top to bottom.</summary>
    public List<List<LayoutPlace>> Columns { get; }

    /// <summary>Each arrow with the places that it passes, its ends included.</summary>
    public List<(TopologyEdge Edge, LayoutPlace[] Path)> Routes { get; } = [];

    private static void Link(LayoutPlace[] path)
    {
        for (var index = 1; index < path.Length; index++)
        {
            path[index - 1].Right.Add(path[index]);
            path[index].Left.Add(path[index - 1]);
        }
    }

    /// <summary>The arrows without those that close a circle.</summary>
    private static List<TopologyEdge> Forward(TopologyGraph graph)
    {
        var kept = new List<TopologyEdge>();
        foreach (var edge in graph.Edges)
        {
            if (!Reaches(kept, edge.To, edge.From, []))
            {
                kept.Add(edge);
            }
        }

        return kept;
    }

    private static bool Reaches(List<TopologyEdge> edges, NodeId from, NodeId goal, HashSet<NodeId> seen) =>
        from == goal || (seen.Add(from) && edges.Any(edge => edge.From == from && Reaches(edges, edge.To, goal, seen)));

    private static Dictionary<NodeId, int> Layers(TopologyGraph graph, List<TopologyEdge> forward)
    {
        var layers = graph.Nodes.Items.ToDictionary(node => node.Id, _ => 0);
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var edge in forward.Where(edge => layers[edge.To] <= layers[edge.From]))
            {
                layers[edge.To] = layers[edge.From] + 1;
                changed = true;
            }
        }

        return layers;
    }

    /// <summary>Moves each place towards the middle of its neighbours, to and fro.</summary>
    private void Untangle()
    {
        Columns.ForEach(Number);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var column in sweep % 2 == 0 ? Columns : Columns.AsEnumerable().Reverse())
            {
                var ordered = column.OrderBy(place => Middle(sweep % 2 == 0 ? place.Left : place.Right, place)).ThenBy(place => place.Order).ToList();
                column.Clear();
                column.AddRange(ordered);
                Number(column);
            }
        }
    }

    private static double Middle(List<LayoutPlace> neighbours, LayoutPlace self) =>
        neighbours.Count == 0 ? self.Order : neighbours.Average(place => place.Order);

    private static void Number(List<LayoutPlace> column)
    {
        for (var index = 0; index < column.Count; index++)
        {
            column[index].Order = index - ((column.Count - 1) / 2.0);
        }
    }
}
