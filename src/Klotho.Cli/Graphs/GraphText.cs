using System.Text;
using Klotho.Analysis.Graph;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Graphs;

/// <summary>A graph for a person at a terminal: each node with its places, and below it where its edges lead and what happens there.</summary>
internal static class GraphText
{
    public static string Of(CapabilityGraph graph, DisplayPaths paths)
    {
        var text = new StringBuilder($"{graph.App}: {graph.Nodes.Count} nodes, {graph.Edges.Count} edges\n");
        foreach (var node in graph.Nodes)
        {
            text.Append($"\n{node.Id}  {string.Join(", ", node.Locations.Items.Select(location => $"{paths.Shown(location.Path)}:{location.Line}").Distinct(StringComparer.Ordinal))}\n");
            foreach (var edge in graph.From(node.Id))
            {
                text.Append($"  {Verb(edge.Kind)} {edge.To}{Operations(edge)}\n");
            }

            foreach (var read in graph.ConfigurationReads.Items.Where(read => read.Unit == node.Id))
            {
                text.Append($"  reads {read.Key}\n");
            }
        }

        return text.ToString();
    }

    private static string Operations(CapabilityEdge edge) =>
        edge.Operations.Count == 0 ? "" : $"  {string.Join(", ", edge.Operations.Items.Select(operation => operation.Title).Distinct(StringComparer.Ordinal))}";

    private static string Verb(EdgeKind kind) => kind switch
    {
        EdgeKind.HandledBy => "is handled by",
        EdgeKind.Delivers => "delivers to",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
