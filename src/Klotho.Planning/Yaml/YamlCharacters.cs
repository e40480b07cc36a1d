using System.Globalization;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Yaml;

/// <summary>
/// Looks at the bare text, for what the parser reports in the wrong place or not at all: tabs in the indentation, and
/// characters that YAML excludes or that it and editors disagree on (a NUL silently ends the parser's input).
/// </summary>
internal static class YamlCharacters
{
    public static IEnumerable<KlothoDiagnostic> Check(string text, LineMap lines)
    {
        var indentation = true;
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (letter is '\n' or '\r')
            {
                indentation = true;
            }
            else if (letter == '\t' && indentation)
            {
                yield return YamlRules.Tab.At(lines.Span(index, index + 1));
                indentation = false;
            }
            else if (letter is not (' ' or '\t'))
            {
                indentation = false;
                if (IsExcluded(text, index))
                {
                    var name = "U+" + ((int)letter).ToString("X4", CultureInfo.InvariantCulture);
                    yield return YamlRules.Malformed.At(lines.Span(index, index + 1), $"the character {name} is not allowed. Remove it.");
                }
            }
        }
    }

    private static bool IsExcluded(string text, int index) => text[index] switch
    {
        '\u2028' or '\u2029' or '\ufffe' or '\uffff' or '\ufeff' => true,
        var letter when char.IsHighSurrogate(letter) => index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]),
        var letter when char.IsLowSurrogate(letter) => index == 0 || !char.IsHighSurrogate(text[index - 1]),
        var letter => char.IsControl(letter),
    };
}
