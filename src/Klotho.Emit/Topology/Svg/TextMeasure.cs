namespace Klotho.Emit.Topology.Svg;

/// <summary>
/// How wide a text is about, whatever sans serif letters a reader has: a viewer cannot be asked. It is rather too wide than too
/// narrow, so that nothing runs over an edge.
/// </summary>
internal static class TextMeasure
{
    private const double Bold = 1.07;
    private const double Narrow = 0.31;
    private const double Usual = 0.58;
    private const double Capital = 0.71;
    private const double Wide = 0.9;

    public static double WidthOf(string text, double size, bool bold = false) => text.Sum(Of) * size * (bold ? Bold : 1);

    /// <summary>The text in lines that are not wider than that, broken behind blanks, hyphens and underscores; what is too long ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Lines(string text, double size, bool bold, double width, int most)
    {
        var lines = new List<string>();
        for (var rest = text; rest.Length > 0;)
        {
            if (WidthOf(rest, size, bold) <= width)
            {
                return [.. lines, rest];
            }

            if (lines.Count == most - 1)
            {
                return [.. lines, Cut(rest, size, bold, width)];
            }

            var fits = Fitting(rest, size, bold, width);
            var end = rest.LastIndexOfAny([' ', '-', '_'], fits - 1) + 1;
            lines.Add(rest[..(end > 0 ? end : fits)].TrimEnd());
            rest = rest[(end > 0 ? end : fits)..].TrimStart();
        }

        return lines;
    }

    private static string Cut(string text, double size, bool bold, double width) =>
        $"{text[..Fitting(text, size, bold, width - WidthOf("…", size, bold))].TrimEnd()}…";

    /// <summary>How many letters fit; one at least.</summary>
    private static int Fitting(string text, double size, bool bold, double width)
    {
        var count = 1;
        while (count < text.Length && WidthOf(text[..(count + 1)], size, bold) <= width)
        {
            count++;
        }

        return count;
    }

    private static double Of(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 't' or 'f' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or '(' or ')' or '[' or ']' or ' ' => Narrow,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' => Wide,
        >= 'A' and <= 'Z' => Capital,
        _ => Usual,
    };
}
