using System.Text;
using Klotho.Emit.Topology.Diagrams;
using Klotho.Emit.Topology.Layout;

namespace Klotho.Emit.Topology.Svg;

/// <summary>Draws arrows and their labels.</summary>
internal static class ArrowDrawing
{
    public const double LabelSize = SvgText.Size;
    public const int LabelHeight = 16;

    private const int LabelPadding = 5;
    private const int HeadLength = 7;

    /// <summary>The width of a label with the room around it.</summary>
    public static int WidthOf(string label) => (int)TextMeasure.WidthOf(label, LabelSize) + (2 * LabelPadding);

    public static void Heads(SvgText svg, IEnumerable<ArrowStyle> styles)
    {
        foreach (var style in styles)
        {
            svg.Line($"<marker id=\"{style.Head}\" viewBox=\"0 0 8 8\" refX=\"1\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"{style.Colour}\"/></marker>");
        }
    }

    /// <summary>Draws the arrows of one relation.</summary>
    public static void Draw(SvgText svg, ArrowStyle style, IEnumerable<Route> routes)
    {
        svg.Line($"<g stroke=\"{style.Colour}\"{(style.Dashes.Length == 0 ? "" : $" stroke-dasharray=\"{style.Dashes}\"")} marker-end=\"url(#{style.Head})\">");
        foreach (var route in routes)
        {
            svg.Line($"<path class=\"arrow\" d=\"{Line(route)}\"/>");
        }

        svg.Line($"</g>");
    }

    public static void Label(SvgText svg, DiagramArrow arrow, Area label)
    {
        svg.Line($"<rect class=\"label\" x=\"{label.X}\" y=\"{label.Y}\" width=\"{label.Width}\" height=\"{label.Height}\" rx=\"4\" fill=\"#ffffff\"/>");
        svg.Words(label.X + (label.Width / 2), label.Middle + 4, LabelSize, arrow.Label, ArrowStyle.Of(arrow.Kind).Colour);
    }

    /// <summary>
    /// Level where the line passes columns, with a curve between two levels; it ends where its head begins. Each step is told from the end of the one before: those
    /// numbers are short, and lines are the most of a large picture.
    /// </summary>
    private static string Line(Route route)
    {
        var stretches = route.Stretches.Items;
        var text = new StringBuilder().Append(System.Globalization.CultureInfo.InvariantCulture, $"M{stretches[0].From} {stretches[0].Y}");
        for (var index = 1; index < stretches.Length; index++)
        {
            var (from, to) = (stretches[index - 1], stretches[index]);
            var end = index < stretches.Length - 1 ? to.From : to.From + (to.From > from.To ? -HeadLength : HeadLength);
            var (middle, lower) = (((from.To + end) / 2) - from.To, to.Y - from.Y);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"c{middle} 0 {middle} {lower} {end - from.To} {lower}");
            if (index < stretches.Length - 1)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"h{to.To - to.From}");
            }
        }

        return text.ToString();
    }
}
