using System.Globalization;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Yaml;

/// <summary>
/// A text as the file spells it. A <paramref name="Plain"/> one (without quotes) may be a number, a truth value or
/// nothing, by the rules of YAML 1.2's core schema, which editors follow too: <c>yes</c> is a text there.
/// </summary>
public sealed record YamlScalar(SourceLocation Location, string Text, bool Plain) : YamlNode(Location)
{
    public bool IsNothing => Plain && Text is ("" or "~" or "null" or "Null" or "NULL");

    public bool? Truth => !Plain ? null : Text switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    /// <summary>Whether it reads as a whole number, however large.</summary>
    public bool IsWhole => Plain && Digits(Text.StartsWith('-') || Text.StartsWith('+') ? Text[1..] : Text);

    /// <summary>The whole number, where it is one that 64 bits can hold.</summary>
    public long? Whole =>
        IsWhole && long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public bool IsText => !IsNothing && Truth is null && !IsNumber;

    private bool IsNumber => Plain && (IsWhole || IsPrefixed || IsFraction);

    private bool IsPrefixed =>
        Text.Length > 2 && (Text.StartsWith("0x", StringComparison.Ordinal)
            ? Text.Skip(2).All(char.IsAsciiHexDigit)
            : Text.StartsWith("0o", StringComparison.Ordinal) && Text.Skip(2).All(digit => digit is >= '0' and <= '7'));

    private bool IsFraction =>
        Text.TrimStart('-', '+') is ".inf" or ".Inf" or ".INF" || Text is ".nan" or ".NaN" or ".NAN" ||
        (Text.All(letter => char.IsAsciiDigit(letter) || letter is '-' or '+' or '.' or 'e' or 'E') &&
            double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    public override string Describe() =>
        IsNothing ? "nothing"
        : Truth is not null ? $"the truth value `{Text}`"
        : IsNumber ? $"the number `{Text}`"
        : $"the text `{Text}`";

    private static bool Digits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
