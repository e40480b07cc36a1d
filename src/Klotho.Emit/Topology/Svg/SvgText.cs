using System.Globalization;
using System.Security;
using System.Text;

namespace Klotho.Emit.Topology.Svg;

/// <summary>The text of a drawing: numbers in the invariant culture, words escaped.</summary>
internal sealed class SvgText
{
    public const string Ink = "#1d2939";
    public const string Quiet = "#475467";

    /// <summary>What the drawing says once, because most of its texts are so.</summary>
    public const double Size = 10.5;

    private readonly StringBuilder text = new();
    private readonly Dictionary<(string Path, string Colour), string> icons = [];

    public void Line(FormattableString markup) => text.Append(markup.ToString(CultureInfo.InvariantCulture)).Append('\n');

    public void Words(int x, int y, double size, string words, string colour = Quiet, bool bold = false, string anchor = "start") =>
        Line($"<text x=\"{x}\" y=\"{y}\"{Unless(size == Size, $" font-size=\"{size}\"")}{Unless(!bold, $" font-weight=\"600\"")}{Unless(anchor == "start", $" text-anchor=\"{anchor}\"")}{Unless(colour == Quiet, $" fill=\"{colour}\"")}>{Escape(words)}</text>");

    /// <summary>Draws an icon among the definitions, for all places that show it.</summary>
    public void Define(string path, string colour)
    {
        if (icons.TryAdd((path, colour), string.Create(CultureInfo.InvariantCulture, $"icon-{icons.Count + 1}")))
        {
            Line($"<path id=\"{icons[(path, colour)]}\" d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");
        }
    }

    public void Icon(int x, int y, double scale, string path, string colour) =>
        Line($"<use href=\"#{icons[(path, colour)]}\" transform=\"translate({x} {y}){Unless(scale == 1, $" scale({scale})")}\"/>");

    public static string Escape(string words) => SecurityElement.Escape(words);

    private static string Unless(bool usual, FormattableString markup) => usual ? "" : markup.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => text.ToString();
}
