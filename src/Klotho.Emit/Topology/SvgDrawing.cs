using System.Globalization;
using System.Security;
using System.Text;
using Klotho.Emit.Capabilities;

namespace Klotho.Emit.Topology;

/// <summary>The drawing as SVG. Each label has a place of its own: arrows' labels are pushed apart in the gap between columns.</summary>
internal static class SvgDrawing
{
    private const int NodeWidth = 230;
    private const int NodeHeight = 60;
    private const int Gap = 180;
    private const int RowHeight = 92;
    private const int PassHeight = 34;
    private const int Margin = 36;
    private const int Title = 44;
    private const int LabelHeight = 20;

    public static string Print(string app, LayeredLayout layout)
    {
        var height = Place(layout);
        var width = (2 * Margin) + (Math.Max(1, layout.Columns.Count) * (NodeWidth + Gap)) - Gap;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"system-ui, sans-serif\">\n");
        text.Append("<defs><marker id=\"end\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#667085\"/></marker></defs>\n");
        text.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n<text x=\"{Margin}\" y=\"30\" font-size=\"18\" font-weight=\"600\" fill=\"#1d2939\">{Escape(app)}</text>\n");
        var labels = Labels(layout);
        foreach (var (edge, path) in layout.Routes)
        {
            Arrow(text, path, labels[edge]);
        }

        foreach (var (edge, _) in layout.Routes)
        {
            Label(text, edge.Label, labels[edge]);
        }

        foreach (var place in layout.Columns.SelectMany(column => column))
        {
            if (place.Node is { } node)
            {
                Node(text, node, place);
            }
        }

        return text.Append("</svg>\n").ToString();
    }

    /// <summary>Gives each place its middle, columns centred on each other, and returns the drawing's height.</summary>
    private static int Place(LayeredLayout layout)
    {
        var heights = layout.Columns.Select(column => column.Sum(Height)).ToList();
        var tallest = heights.DefaultIfEmpty(0).Max();
        for (var layer = 0; layer < layout.Columns.Count; layer++)
        {
            var y = Title + Margin + ((tallest - heights[layer]) / 2);
            foreach (var place in layout.Columns[layer])
            {
                place.X = Margin + (layer * (NodeWidth + Gap));
                place.Y = y + (Height(place) / 2);
                y += Height(place);
            }
        }

        return tallest + Title + (2 * Margin);
    }

    private static int Height(LayoutPlace place) => place.Node is null ? PassHeight : RowHeight;

    /// <summary>Where each arrow's label stands: in the gap before its end, apart from the others there.</summary>
    private static Dictionary<TopologyEdge, (int X, int Y)> Labels(LayeredLayout layout)
    {
        var labels = new Dictionary<TopologyEdge, (int X, int Y)>();
        foreach (var gap in layout.Routes.Where(route => route.Path.Length > 1).GroupBy(route => Math.Min(route.Path[^1].Layer, route.Path[^2].Layer)))
        {
            var last = int.MinValue / 2;
            foreach (var (edge, path) in gap.OrderBy(route => route.Path[^1].Y + route.Path[^2].Y).ThenBy(route => route.Path[^1].Y))
            {
                var y = Math.Max((path[^1].Y + path[^2].Y) / 2, last + LabelHeight);
                labels[edge] = (Margin + (gap.Key * (NodeWidth + Gap)) + NodeWidth + (Gap / 2), y);
                last = y;
            }
        }

        return labels;
    }

    private static void Arrow(StringBuilder text, LayoutPlace[] path, (int X, int Y) label)
    {
        var toRight = path[^1].Layer > path[0].Layer;
        var (x, y) = (toRight ? path[0].X + NodeWidth : path[0].X, path[0].Y);
        text.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x} {y}");
        foreach (var pass in path[1..^1])
        {
            Curve(text, ref x, ref y, toRight ? pass.X : pass.X + NodeWidth, pass.Y);
            x = toRight ? pass.X + NodeWidth : pass.X;
            text.Append(CultureInfo.InvariantCulture, $"H{x}");
        }

        Curve(text, ref x, ref y, label.X, label.Y);
        Curve(text, ref x, ref y, toRight ? path[^1].X - 2 : path[^1].X + NodeWidth + 2, path[^1].Y);
        text.Append("\" fill=\"none\" stroke=\"#98a2b3\" stroke-width=\"1.6\" marker-end=\"url(#end)\"/>\n");
    }

    private static void Curve(StringBuilder text, ref int x, ref int y, int toX, int toY)
    {
        var middle = (x + toX) / 2;
        text.Append(CultureInfo.InvariantCulture, $"C{middle} {y} {middle} {toY} {toX} {toY}");
        (x, y) = (toX, toY);
    }

    private static void Label(StringBuilder text, string label, (int X, int Y) at)
    {
        var width = (label.Length * 6) + 10;
        text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{at.X - (width / 2)}\" y=\"{at.Y - 8}\" width=\"{width}\" height=\"16\" rx=\"4\" fill=\"#ffffff\"/>");
        text.Append(CultureInfo.InvariantCulture, $"<text x=\"{at.X}\" y=\"{at.Y + 4}\" font-size=\"11\" text-anchor=\"middle\" fill=\"#475467\">{Escape(label)}</text>\n");
    }

    private static void Node(StringBuilder text, TopologyNode node, LayoutPlace place)
    {
        var (x, y) = (place.X, place.Y - (NodeHeight / 2));
        var look = node.Appearance;
        text.Append(CultureInfo.InvariantCulture, $"<g><title>{Escape(node.Id.ToString())}: {Escape(node.Host)}</title>");
        text.Append(CultureInfo.InvariantCulture, $"<path d=\"{Outline(look.Shape, x, y)}\" fill=\"{look.Colour}\" fill-opacity=\"0.08\" stroke=\"{look.Colour}\" stroke-width=\"1.6\"/>");
        text.Append(CultureInfo.InvariantCulture, $"<path transform=\"translate({x + 14} {y + 18})\" d=\"{look.Icon}\" fill=\"none\" stroke=\"{look.Colour}\" stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");
        text.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 48}\" y=\"{y + 28}\" font-size=\"14\" font-weight=\"600\" fill=\"#1d2939\">{Escape(Cut(node.Id.Name, 21))}</text>");
        text.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 48}\" y=\"{y + 45}\" font-size=\"10.5\" fill=\"#475467\">{Escape(Cut(node.Host, 28))}</text></g>\n");
    }

    private static string Outline(NodeShape shape, int x, int y)
    {
        const int W = NodeWidth;
        const int H = NodeHeight;
        return shape switch
        {
            NodeShape.Cylinder => string.Create(CultureInfo.InvariantCulture, $"M{x} {y + 7}a{W / 2} 7 0 0 1 {W} 0v{H - 14}a{W / 2} 7 0 0 1 -{W} 0zM{x} {y + 7}a{W / 2} 7 0 0 0 {W} 0"),
            NodeShape.Lane => string.Create(CultureInfo.InvariantCulture, $"M{x + 12} {y}h{W - 24}a12 {H / 2} 0 0 1 0 {H}h-{W - 24}a12 {H / 2} 0 0 1 0 -{H}z"),
            NodeShape.Hexagon => string.Create(CultureInfo.InvariantCulture, $"M{x + 10} {y}h{W - 20}l10 {H / 2}l-10 {H / 2}h-{W - 20}l-10 -{H / 2}z"),
            NodeShape.Note => string.Create(CultureInfo.InvariantCulture, $"M{x} {y}h{W - 14}l14 14v{H - 14}h-{W}z"),
            _ => string.Create(CultureInfo.InvariantCulture, $"M{x + 8} {y}h{W - 16}a8 8 0 0 1 8 8v{H - 16}a8 8 0 0 1 -8 8h-{W - 16}a8 8 0 0 1 -8 -8v-{H - 16}a8 8 0 0 1 8 -8z"),
        };
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..(length - 1)]}…";

    private static string Escape(string text) => SecurityElement.Escape(text);
}
