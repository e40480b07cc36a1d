using Klotho.Emit.Capabilities;
using Klotho.Emit.Topology.Diagrams;

namespace Klotho.Emit.Topology.Svg;

/// <summary>The legend: the kinds of boxes and arrows that occur, in rows as wide as the drawing.</summary>
internal static class LegendDrawing
{
    private const double Size = 11;
    private const double IconScale = 0.7;
    private const int SignWidth = 34;
    private const int Between = 22;

    public const int RowHeight = 24;

    /// <summary>Draws it (nowhere, to learn its height) and returns its height.</summary>
    public static int Draw(SvgText? svg, Diagram diagram, int left, int top, int width)
    {
        var (x, y) = (left, top);
        foreach (var look in Looks(diagram))
        {
            Next(look.Noun);
            svg?.Icon(x + SignWidth - 22, y + 3, IconScale, look.Icon, look.Colour);
            Words(look.Noun);
        }

        foreach (var style in Styles(diagram))
        {
            Next(style.Meaning);
            svg?.Line($"<path d=\"M{x} {y + 12}h{SignWidth - 14}\" fill=\"none\" stroke=\"{style.Colour}\" stroke-width=\"1.5\"{(style.Dashes.Length == 0 ? "" : $" stroke-dasharray=\"{style.Dashes}\"")} marker-end=\"url(#{style.Head})\"/>");
            Words(style.Meaning);
        }

        return y + RowHeight - top;

        void Next(string words)
        {
            if (x > left && x + SignWidth + TextMeasure.WidthOf(words, Size) > left + width)
            {
                (x, y) = (left, y + RowHeight);
            }
        }

        void Words(string words)
        {
            svg?.Words(x + SignWidth, y + 16, Size, words);
            x += SignWidth + (int)TextMeasure.WidthOf(words, Size) + Between;
        }
    }

    public static IEnumerable<Appearance> Looks(Diagram diagram) => diagram.Boxes.Items
        .SelectMany(box => box.Rows.Items.Select(row => row.Appearance).Prepend(box.Appearance))
        .Distinct()
        .OrderBy(look => look.Noun, StringComparer.Ordinal);

    public static IEnumerable<ArrowStyle> Styles(Diagram diagram) =>
        ArrowStyle.All.Items.Where(style => diagram.Arrows.Items.Any(arrow => arrow.Kind == style.Kind));
}
