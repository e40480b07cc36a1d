using System.Text;
using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;

namespace Klotho.Emit.Topology;

/// <summary>The drawing as Mermaid text, which pull requests and wikis render.</summary>
internal static class MermaidDrawing
{
    public static string Print(TopologyGraph graph)
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var node in graph.Nodes)
        {
            var (open, close) = Brackets(node.Appearance.Shape);
            text.Append($"    {Name(node.Id)}{open}\"{node.Id.Name}<br/><small>{node.Host}</small>\"{close}\n");
        }

        foreach (var edge in graph.Edges)
        {
            text.Append($"    {Name(edge.From)} -->|\"{edge.Label}\"| {Name(edge.To)}\n");
        }

        return text.ToString();
    }

    private static string Name(NodeId id) => $"{id.Kind.Name}_{id.Name.Replace('-', '_')}";

    private static (string Open, string Close) Brackets(NodeShape shape) => shape switch
    {
        NodeShape.Cylinder => ("[(", ")]"),
        NodeShape.Lane => ("[[", "]]"),
        NodeShape.Hexagon => ("{{", "}}"),
        NodeShape.Note => (">", "]"),
        _ => ("[", "]"),
    };
}
