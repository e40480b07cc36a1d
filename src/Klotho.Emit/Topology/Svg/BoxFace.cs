using Klotho.Emit.Capabilities;
using Klotho.Emit.Topology.Diagrams;
using Klotho.Emit.Topology.Layout;

namespace Klotho.Emit.Topology.Svg;

/// <summary>A box's texts in lines, and the size that they and the box's arrows ask for.</summary>
internal sealed record BoxFace(DiagramBox Box, IReadOnlyList<string> Title, IReadOnlyList<string> Host, LayoutBox Size)
{
    public const int TextLeft = 46;
    public const int TitleHeight = 17;
    public const int HostHeight = 14;
    public const int RowHeight = 20;
    public const int Padding = 12;
    public const int Cap = 7;
    public const double TitleSize = 14;
    public const double HostSize = SvgText.Size;
    public const double RowSize = 11.5;
    public const double NoteSize = 10;

    private const int TextRight = 16;
    private const int LeastWidth = 150;
    private const int MostWidth = 240;
    private const int LeastHeight = 52;
    private const int PerArrow = 11;

    /// <param name="box">What is drawn.</param>
    /// <param name="arrows">How many arrows begin or end on the side that has more of them.</param>
    public static BoxFace Of(DiagramBox box, int arrows)
    {
        const int TextWidth = MostWidth - TextLeft - TextRight;
        var title = TextMeasure.Lines(box.Title, TitleSize, bold: true, TextWidth, most: 2);
        var host = TextMeasure.Lines(box.Host, HostSize, bold: false, TextWidth, most: 2);
        var widest = title.Select(line => TextMeasure.WidthOf(line, TitleSize, bold: true))
            .Concat(host.Select(line => TextMeasure.WidthOf(line, HostSize)))
            .Concat(box.Rows.Items.Select(row => RowWidth(row) + NoteGap(row)))
            .Max();
        var height = (2 * Padding) + (title.Count * TitleHeight) + (host.Count * HostHeight) + (box.Rows.Count > 0 ? Padding + (box.Rows.Count * RowHeight) : 0) + CapOf(box);
        return new(box, title, host, new LayoutBox(
            Math.Clamp((int)widest + TextLeft + TextRight, LeastWidth, MostWidth),
            Math.Max(Math.Max(LeastHeight, height), (arrows * PerArrow) + (2 * Padding))));
    }

    /// <summary>What the lid of a cylinder takes away from the room for words.</summary>
    public static int CapOf(DiagramBox box) => box.Appearance.Shape == NodeShape.Cylinder ? Cap : 0;

    public static double RowWidth(DiagramRow row) => TextMeasure.WidthOf(row.Title, RowSize);

    private static double NoteGap(DiagramRow row) => row.Note.Length == 0 ? 0 : TextMeasure.WidthOf(row.Note, NoteSize) + Padding;
}
