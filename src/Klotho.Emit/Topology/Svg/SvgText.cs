using System.Globalization;
using System.Security;
using System.Text;

namespace Klotho.Emit.Topology.Svg;

/// <summary>The text of a drawing: numbers in the invariant culture, words escaped.</summary>
internal sealed class SvgText
{
    public const string Ink = "#1d2939";
    public const string Quiet = "#475467";

    private readonly StringBuilder text = new();

    public void Line(FormattableString markup) => text.Append(markup.ToString(CultureInfo.InvariantCulture)).Append('\n');

    public void Words(int x, int y, double size, string words, string colour = Quiet, bool bold = false, string anchor = "start") =>
        Line($"<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{(bold ? " font-weight=\"600\"" : "")}{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")} fill=\"{colour}\">{Escape(words)}</text>");

    public void Icon(int x, int y, double scale, string path, string colour) =>
        Line($"<path transform=\"translate({x} {y}) scale({scale})\" d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");

    public static string Escape(string words) => SecurityElement.Escape(words);

    public override string ToString() => text.ToString();
}
