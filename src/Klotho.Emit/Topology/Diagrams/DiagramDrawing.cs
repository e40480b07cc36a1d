using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Topology.Graphs;

namespace Klotho.Emit.Topology.Diagrams;

/// <summary>Turns a topology into boxes and arrows.</summary>
internal static class DiagramDrawing
{
    private const int LabelLength = 26;
    private const int NoteLength = 14;
    private const int MostRows = 12;

    public static Diagram Of(TopologyGraph graph)
    {
        var groups = NodeGroups.Of(graph);
        var boxOf = groups.SelectMany((group, index) => group.Nodes.Concat(group.Inside).Select(node => (node.Id, index))).ToDictionary(pair => pair.Id, pair => pair.index);
        var within = graph.Edges.Items.Where(edge => boxOf[edge.From] == boxOf[edge.To]).ToLookup(edge => boxOf[edge.From]);
        var arrows = graph.Edges.Items
            .Where(edge => boxOf[edge.From] != boxOf[edge.To])
            .GroupBy(edge => (From: boxOf[edge.From], To: boxOf[edge.To]))
            .Select(group => new DiagramArrow(group.Key.From, group.Key.To, group.Min(edge => edge.Kind), Label(group.ToList(), groups[group.Key.From], groups[group.Key.To])))
            .ToEquatableArray();
        return new(graph.App, graph.Subject, Note(graph, groups), groups.Select((group, index) => Box(group, within[index].ToList())).ToEquatableArray(), arrows);
    }

    private static string Note(TopologyGraph graph, List<NodeGroup> groups)
    {
        var boxes = groups.Count;
        var drawnAlone = groups.Sum(group => group.Nodes.Count + group.Inside.Count > 1 ? 0 : 1);
        return drawnAlone == boxes ? "" : string.Create(CultureInfo.InvariantCulture, $"{graph.Nodes.Count} nodes in {boxes} boxes; {graph.Complete} has each of them");
    }

    private static DiagramBox Box(NodeGroup group, List<TopologyEdge> within)
    {
        var first = group.Nodes[0];
        var key = $"{first.Id.Kind.Name}_{first.Id.Name.Replace('-', '_')}";
        if (group.Nodes.Count == 1)
        {
            return new(key, first.Id.Name, first.Host, first.Appearance, Rows(group.Inside.OrderBy(node => node.Id).Select(node => new DiagramRow(node.Appearance, node.Id.Name, Words(Of(within, node), NoteLength)))));
        }

        var names = group.Nodes.Select(node => node.Id.Name).Order(StringComparer.Ordinal).Select(name => new DiagramRow(first.Appearance, name, ""));
        return new(key, string.Create(CultureInfo.InvariantCulture, $"{group.Nodes.Count} × {first.Appearance.Noun}"), first.Host, first.Appearance, Rows(names));
    }

    private static EquatableArray<DiagramRow> Rows(IEnumerable<DiagramRow> rows)
    {
        var all = rows.ToList();
        return all.Count <= MostRows
            ? all.ToEquatableArray()
            : all.Take(MostRows - 1).Append(new(all[0].Appearance, string.Create(CultureInfo.InvariantCulture, $"and {all.Count - MostRows + 1} more"), "")).ToEquatableArray();
    }

    private static IEnumerable<TopologyEdge> Of(List<TopologyEdge> edges, TopologyNode node) => edges.Where(edge => edge.From == node.Id || edge.To == node.Id);

    /// <summary>What happens along an arrow; between large groups, how often something does.</summary>
    private static string Label(List<TopologyEdge> edges, NodeGroup from, NodeGroup to)
    {
        var complete = edges.Count == from.Nodes.Count * to.Nodes.Count;
        return edges.Count > 1 && edges[0].Kind == EdgeKind.HandledBy ? "routes" : complete ? Words(edges, LabelLength) : string.Create(CultureInfo.InvariantCulture, $"{edges.Count} arrows");
    }

    private static string Words(IEnumerable<TopologyEdge> edges, int length)
    {
        var words = edges.SelectMany(edge => edge.Words.Items).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var text = string.Join(", ", words);
        return text.Length <= length ? text : string.Create(CultureInfo.InvariantCulture, $"{words.Count} operations");
    }
}
