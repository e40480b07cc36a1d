using Klotho.Emit.Capabilities;
using Klotho.Emit.Topology.Layout;

namespace Klotho.Emit.Topology.Svg;

/// <summary>Draws a box: outline, icon, name, host, and what is inside.</summary>
internal static class BoxDrawing
{
    private const int IconLeft = 13;
    private const int Cap = BoxFace.Cap;
    private const double RowIcon = 0.6;

    public static void Draw(SvgText svg, BoxFace face, Area area)
    {
        var look = face.Box.Appearance;
        svg.Line($"<g id=\"{face.Box.Key}\"><title>{SvgText.Escape(face.Box.Title)}: {SvgText.Escape(face.Box.Host)}</title>");
        svg.Line($"<rect class=\"box\" x=\"{area.X}\" y=\"{area.Y}\" width=\"{area.Width}\" height=\"{area.Height}\" fill=\"#ffffff\"/>");
        svg.Line($"<path d=\"{Outline(look.Shape, area)}\" fill=\"{look.Colour}\" fill-opacity=\"0.08\" stroke=\"{look.Colour}\"/>");

        // Boxes that are tall because of their arrows have their words in the middle, the others have no room to spare.
        var used = (face.Title.Count * BoxFace.TitleHeight) + (face.Host.Count * BoxFace.HostHeight) + (face.Box.Rows.Count > 0 ? BoxFace.Padding + (face.Box.Rows.Count * BoxFace.RowHeight) : 0);
        var top = area.Y + ((area.Height - used + BoxFace.CapOf(face.Box)) / 2);
        var head = (face.Title.Count * BoxFace.TitleHeight) + (face.Host.Count * BoxFace.HostHeight);
        svg.Icon(area.X + IconLeft, top + (head / 2) - 12, 1, look.Icon, look.Colour);
        var y = top;
        foreach (var line in face.Title)
        {
            svg.Words(area.X + BoxFace.TextLeft, (y += BoxFace.TitleHeight) - 4, BoxFace.TitleSize, line, SvgText.Ink, bold: true);
        }

        foreach (var line in face.Host)
        {
            svg.Words(area.X + BoxFace.TextLeft, (y += BoxFace.HostHeight) - 3, BoxFace.HostSize, line);
        }

        Rows(svg, face, area, y + BoxFace.Padding);
        svg.Line($"</g>");
    }

    private static void Rows(SvgText svg, BoxFace face, Area area, int y)
    {
        if (face.Box.Rows.Count > 0)
        {
            svg.Line($"<path d=\"M{area.X + BoxFace.Padding} {y - (BoxFace.Padding / 2)}h{area.Width - (2 * BoxFace.Padding)}\" stroke=\"{face.Box.Appearance.Colour}\" stroke-opacity=\"0.35\"/>");
        }

        foreach (var row in face.Box.Rows)
        {
            var room = area.Width - BoxFace.TextLeft - BoxFace.Padding - (row.Note.Length == 0 ? 0 : TextMeasure.WidthOf(row.Note, BoxFace.NoteSize) + BoxFace.Padding);
            svg.Icon(area.X + BoxFace.TextLeft - 20, y + 2, RowIcon, row.Appearance.Icon, row.Appearance.Colour);
            svg.Words(area.X + BoxFace.TextLeft, y + 13, BoxFace.RowSize, TextMeasure.Lines(row.Title, BoxFace.RowSize, bold: false, room, most: 1)[0], SvgText.Ink);
            if (row.Note.Length > 0)
            {
                svg.Words(area.Right - BoxFace.Padding, y + 13, BoxFace.NoteSize, row.Note, anchor: "end");
            }

            y += BoxFace.RowHeight;
        }
    }

    public static string Outline(NodeShape shape, Area area)
    {
        var (x, y, w, h) = (area.X, area.Y, area.Width, area.Height);
        return shape switch
        {
            NodeShape.Cylinder => FormattableString.Invariant($"M{x} {y + Cap}a{w / 2.0} {Cap} 0 0 1 {w} 0v{h - (2 * Cap)}a{w / 2.0} {Cap} 0 0 1 -{w} 0zM{x} {y + Cap}a{w / 2.0} {Cap} 0 0 0 {w} 0"),
            NodeShape.Lane => FormattableString.Invariant($"M{x + 12} {y}h{w - 24}a12 {h / 2.0} 0 0 1 0 {h}h-{w - 24}a12 {h / 2.0} 0 0 1 0 -{h}z"),
            NodeShape.Hexagon => FormattableString.Invariant($"M{x + 10} {y}h{w - 20}l10 {h / 2.0}l-10 {h / 2.0}h-{w - 20}l-10 -{h / 2.0}z"),
            NodeShape.Note => FormattableString.Invariant($"M{x} {y}h{w - 14}l14 14v{h - 14}h-{w}z"),
            _ => FormattableString.Invariant($"M{x + 8} {y}h{w - 16}a8 8 0 0 1 8 8v{h - 16}a8 8 0 0 1 -8 8h-{w - 16}a8 8 0 0 1 -8 -8v-{h - 16}a8 8 0 0 1 8 -8z"),
        };
    }
}
