using System.Text;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Topology.Diagrams;

namespace Klotho.Emit.Topology;

/// <summary>The diagram as Mermaid text, which pull requests and wikis render.</summary>
internal static class MermaidDrawing
{
    public static string Print(Diagram diagram)
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var box in diagram.Boxes)
        {
            var (open, close) = Brackets(box.Appearance.Shape);
            var rows = string.Concat(box.Rows.Items.Select(row => $"<br/>{row.Title}{(row.Note.Length > 0 ? $": {row.Note}" : "")}"));
            text.Append($"    {box.Key}{open}\"{box.Title}<br/><small>{box.Host}</small>{rows}\"{close}\n");
        }

        foreach (var arrow in diagram.Arrows)
        {
            text.Append($"    {diagram.Boxes.Items[arrow.From].Key} -->|\"{arrow.Label}\"| {diagram.Boxes.Items[arrow.To].Key}\n");
        }

        return text.ToString();
    }

    private static (string Open, string Close) Brackets(NodeShape shape) => shape switch
    {
        NodeShape.Cylinder => ("[(", ")]"),
        NodeShape.Lane => ("[[", "]]"),
        NodeShape.Hexagon => ("{{", "}}"),
        NodeShape.Note => (">", "]"),
        _ => ("[", "]"),
    };
}
