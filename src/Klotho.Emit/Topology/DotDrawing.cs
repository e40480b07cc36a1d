using System.Text;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Topology.Graphs;

namespace Klotho.Emit.Topology;

/// <summary>A graph in the language of Graphviz, with every node and arrow.</summary>
internal static class DotDrawing
{
    public static string Print(TopologyGraph graph)
    {
        var text = new StringBuilder($"digraph {Quoted(graph.App)} {{\n");
        text.Append("    rankdir=LR;\n    node [fontname=\"sans-serif\"];\n    edge [fontname=\"sans-serif\", fontsize=10];\n");
        foreach (var node in graph.Nodes)
        {
            text.Append($"    {Quoted(node.Id.ToString())} [label={Quoted($"{node.Id.Name}\n{node.Host}")}, shape={Shape(node.Appearance.Shape)}, color={Quoted(node.Appearance.Colour)}];\n");
        }

        foreach (var edge in graph.Edges)
        {
            text.Append($"    {Quoted(edge.From.ToString())} -> {Quoted(edge.To.ToString())} [label={Quoted(string.Join(", ", edge.Words))}];\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Shape(NodeShape shape) => shape switch
    {
        NodeShape.Cylinder => "cylinder",
        NodeShape.Lane => "cds",
        NodeShape.Hexagon => "hexagon",
        NodeShape.Note => "note",
        _ => "box",
    };

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
