using System.Globalization;
using System.Text;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>
/// A prefix as the regular expression that a load balancer's rule takes: in any case, with and without a slash at the end. The
/// expressions know no flag for case (Application Load Balancers: Listener rules, 2026-11-22), so each letter stands in both.
/// </summary>
public static class PathExpression
{
    // The longest that a condition takes.
    private const int Longest = 128;
    private const string Special = @"\^$.|?*+()[]{}";

    /// <summary>The expression, or null where it would be too long.</summary>
    public static string? Of(RoutePrefix prefix)
    {
        var text = prefix switch
        {
            { Segments: "", Open: true } => "^/.*$",
            { Segments: "" } => "^/$",
            { Open: true } => $"^/{Literal(prefix.Segments)}(/.*)?$",
            _ => $"^/{Literal(prefix.Segments)}/?$",
        };
        return text.Length <= Longest ? text : null;
    }

    private static string Literal(string segments)
    {
        var text = new StringBuilder();
        foreach (var letter in segments.EnumerateRunes().SelectMany(AsSent))
        {
            if (char.IsAsciiLetter(letter))
            {
                text.Append(CultureInfo.InvariantCulture, $"[{char.ToUpperInvariant(letter)}{char.ToLowerInvariant(letter)}]");
            }
            else
            {
                text.Append(Special.Contains(letter, StringComparison.Ordinal) ? @"\" : "").Append(letter);
            }
        }

        return text.ToString();
    }

    /// <summary>What is beyond ASCII comes escaped: the balancer compares the path as it was sent.</summary>
    private static IEnumerable<char> AsSent(Rune letter) => letter.IsAscii ? letter.ToString() : Uri.EscapeDataString(letter.ToString());
}
