using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.YamlEditing;

/// <summary>
/// Writes values so that every reader takes them for what they are: also those of YAML 1.1, to which <c>on</c> is a truth
/// value and <c>12:30</c> a number.
/// </summary>
internal static partial class ScalarSpelling
{
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~" };

    /// <summary>A text, number or truth value, or a list of these.</summary>
    /// <param name="value">What to write.</param>
    /// <param name="quote">The quotes to keep; none where there were none.</param>
    public static string Of(YamlNode value, char? quote = null) => value switch
    {
        YamlSequence list => $"[{string.Join(", ", list.Items.Items.Select(item => Of(item)))}]",
        YamlScalar { IsText: true } text => Text(text.Text, quote),
        YamlScalar other => other.Text,
        _ => "{}",
    };

    public static string Text(string text, char? quote = null) =>
        text.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029' or '\ufeff') || quote == '"' ? Double(text)
        : quote == '\'' ? Single(text)
        : IsSafe(text) ? text
        : text.Contains('"', StringComparison.Ordinal) || text.Contains('\\', StringComparison.Ordinal) ? Single(text)
        : Double(text);

    private static bool IsSafe(string text) =>
        text.Length > 0 && text.Trim() == text && !Indicators.Contains(text[0], StringComparison.Ordinal) && !text.EndsWith(':')
        && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
        && !text.AsSpan().ContainsAny("[]{},") && text is not ("..." or "---") && text != "<<"
        && !Words.Contains(text) && !NumberOrDate().IsMatch(text)
        && new YamlScalar(new(new(""), 1, 1, 1, 1), text, Plain: true).IsText;

    private static string Single(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Double(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var letter in text)
        {
            result.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\u2028' or '\u2029' or '\ufeff' => Escape(letter),
                _ when char.IsControl(letter) => Escape(letter),
                _ => letter.ToString(),
            });
        }

        return result.Append('"').ToString();
    }

    private static string Escape(char letter) => "\\u" + ((int)letter).ToString("X4", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[-+.]?[0-9][0-9_:.,TtZz +-]*$")]
    private static partial Regex NumberOrDate();
}
