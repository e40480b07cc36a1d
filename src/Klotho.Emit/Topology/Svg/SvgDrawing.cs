using Klotho.Emit.Topology.Diagrams;
using Klotho.Emit.Topology.Layout;

namespace Klotho.Emit.Topology.Svg;

/// <summary>A diagram as SVG: no script, no fonts of its own, nothing from elsewhere.</summary>
internal static class SvgDrawing
{
    private const int Margin = 32;
    private const int Title = 52;
    private const int LeastWidth = 420;

    public static string Print(Diagram diagram)
    {
        var faces = diagram.Boxes.Items.Select((box, index) => BoxFace.Of(box, Math.Max(
            diagram.Arrows.Items.Count(arrow => arrow.From == index),
            diagram.Arrows.Items.Count(arrow => arrow.To == index)))).ToList();
        var picture = LayeredPicture.Of(
            [.. faces.Select(face => face.Size)],
            [.. diagram.Arrows.Items.Select(arrow => new LayoutLink(arrow.From, arrow.To, ArrowDrawing.WidthOf(arrow.Label), ArrowDrawing.LabelHeight))]);
        return Print(diagram, faces, picture);
    }

    private static string Print(Diagram diagram, List<BoxFace> faces, LayoutPicture picture)
    {
        var inner = Math.Max(LeastWidth, picture.Width);
        var legendTop = Title + picture.Height + Margin;
        var (width, height) = (inner + (2 * Margin), legendTop + LegendDrawing.Draw(null, diagram, Margin, legendTop, inner) + (Margin / 2));
        var left = Margin + ((inner - picture.Width) / 2);

        var svg = new SvgText();
        svg.Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"system-ui, 'Segoe UI', Arial, sans-serif\" font-size=\"{SvgText.Size}\" fill=\"{SvgText.Quiet}\" role=\"img\">");
        svg.Line($"<title>{SvgText.Escape(diagram.App)}: {diagram.Subject}</title>");
        svg.Line($"<defs>");
        ArrowDrawing.Heads(svg, LegendDrawing.Styles(diagram));
        LegendDrawing.Looks(diagram).ToList().ForEach(look => svg.Define(look.Icon, look.Colour));
        svg.Line($"</defs>");
        svg.Line($"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
        svg.Words(Margin, 30, 18, diagram.App, SvgText.Ink, bold: true);
        if (diagram.Note.Length > 0)
        {
            svg.Words(width - Margin, 30, 11, diagram.Note, anchor: "end");
        }

        var routes = diagram.Arrows.Items.Zip(picture.Routes.Items, (arrow, route) => (Arrow: arrow, Route: route.Moved(left, Title)))
            .OrderBy(item => ArrowStyle.All.Items.IndexOf(ArrowStyle.Of(item.Arrow.Kind)))
            .ToList();
        svg.Line($"<g fill=\"none\" stroke-opacity=\"0.8\" stroke-width=\"1.5\">");
        foreach (var alike in routes.GroupBy(item => ArrowStyle.Of(item.Arrow.Kind)))
        {
            ArrowDrawing.Draw(svg, alike.Key, alike.Select(item => item.Route));
        }

        svg.Line($"</g>");
        svg.Line($"<g text-anchor=\"middle\">");
        routes.ForEach(item => ArrowDrawing.Label(svg, item.Arrow, item.Route.Label));
        svg.Line($"</g>");
        svg.Line($"<g stroke-width=\"1.6\">");
        foreach (var (face, area) in faces.Zip(picture.Boxes.Items))
        {
            BoxDrawing.Draw(svg, face, area.Moved(left, Title));
        }

        svg.Line($"</g>");

        LegendDrawing.Draw(svg, diagram, Margin, legendTop, inner);
        svg.Line($"</svg>");
        return svg.ToString();
    }
}
