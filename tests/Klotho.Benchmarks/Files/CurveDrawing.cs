using System.Globalization;
using System.Text;

namespace Klotho.Benchmarks.Files;

/// <summary>Curves on two logarithmic axes, where what grows in proportion is a straight line at 45 degrees.</summary>
internal static class CurveDrawing
{
    private const int Decade = 160;
    private const int Left = 60;
    private const int Top = 20;
    private static readonly string[] Colours = ["#6b7280", "#b45309", "#1d4ed8", "#15803d", "#7c3aed"];

    public static string Of(IReadOnlyList<Curve> curves)
    {
        var (fromX, toX) = Decades(curves.SelectMany(curve => curve.Points).Select(point => point.X));
        var (fromY, toY) = Decades(curves.SelectMany(curve => curve.Points).Select(point => point.Y));
        var (width, height) = ((toX - fromX) * Decade, (toY - fromY) * Decade);
        var svg = new StringBuilder();
        svg.Append(Text($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Left + width + 130} {Top + height + 50}\" font-family=\"sans-serif\" font-size=\"12\">\n"));
        svg.Append("<title>Seconds by number of files, both axes logarithmic</title>\n");
        for (var decade = fromX; decade <= toX; decade++)
        {
            var x = Left + ((decade - fromX) * Decade);
            svg.Append(Text($"<path d=\"M{x} {Top}V{Top + height}\" stroke=\"#d1d5db\"/><text x=\"{x}\" y=\"{Top + height + 18}\" text-anchor=\"middle\">{Math.Pow(10, decade):N0}</text>\n"));
        }

        for (var decade = fromY; decade <= toY; decade++)
        {
            var y = Top + ((toY - decade) * Decade);
            svg.Append(Text($"<path d=\"M{Left} {y}H{Left + width}\" stroke=\"#d1d5db\"/><text x=\"{Left - 8}\" y=\"{y + 4}\" text-anchor=\"end\">{Math.Pow(10, decade):0.##} s</text>\n"));
        }

        svg.Append(Text($"<text x=\"{Left + (width / 2)}\" y=\"{Top + height + 40}\" text-anchor=\"middle\">files</text>\n"));
        foreach (var (curve, colour) in curves.Zip(Colours))
        {
            var places = curve.Points.Select(point => (X: Left + ((Math.Log10(point.X) - fromX) * Decade), Y: Top + ((toY - Math.Log10(point.Y)) * Decade))).ToList();
            svg.Append(Text($"<polyline points=\"{string.Join(' ', places.Select(place => Text($"{place.X:0.#},{place.Y:0.#}")))}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n"));
            svg.Append(Text($"<text x=\"{places[^1].X + 8:0.#}\" y=\"{places[^1].Y + 4:0.#}\" fill=\"{colour}\">{curve.Name}</text>\n"));
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static (int From, int To) Decades(IEnumerable<double> values)
    {
        var all = values.Select(Math.Log10).ToList();
        return ((int)Math.Floor(all.Min()), (int)Math.Ceiling(all.Max()));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
