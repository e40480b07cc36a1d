using System.Globalization;
using System.Text.RegularExpressions;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Yaml;

/// <summary>
/// A text as the file spells it. A <paramref name="Plain"/> one (without quotes) may be a number, a truth value or
/// nothing, by the rules of YAML 1.2's core schema, which editors follow too: <c>yes</c> is a text there.
/// </summary>
public sealed partial record YamlScalar(SourceLocation Location, string Text, bool Plain) : YamlNode(Location)
{
    public bool IsNothing => Plain && Text is ("" or "~" or "null" or "Null" or "NULL");

    public bool? Truth => !Plain ? null : Text switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    /// <summary>Whether it reads as a whole number, however large.</summary>
    public bool IsWhole => Whole is not null || (Plain && Digits(Unsigned));

    /// <summary>The whole number, where it is one that 64 bits can hold; <c>0x10</c> and <c>16.0</c> are 16.</summary>
    public long? Whole => !Plain ? null : Prefixed ?? (Digits(Unsigned) ? Parsed : Integral);

    public bool IsText => !IsNothing && Truth is null && !IsNumber;

    private bool IsNumber => IsWhole || Fraction is not null;

    private string Unsigned => Text.StartsWith('-') || Text.StartsWith('+') ? Text[1..] : Text;

    private long? Parsed => long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private long? Prefixed => Text.Length is < 3 or > 17 ? null : Text[..2] switch
    {
        "0x" when Text.Skip(2).All(char.IsAsciiHexDigit) => Convert.ToInt64(Text[2..], 16),
        "0o" when Text.Skip(2).All(digit => digit is >= '0' and <= '7') => Convert.ToInt64(Text[2..], 8),
        _ => null,
    };

    /// <summary>A fraction that is none: JSON Schema, and so editors, take <c>16.0</c> for a whole number.</summary>
    private long? Integral => Fraction is { } value && Math.Abs(value) < 1L << 53 && value == Math.Truncate(value) ? (long)value : null;

    private double? Fraction =>
        !Plain ? null
        : Unsigned is ".inf" or ".Inf" or ".INF" ? double.PositiveInfinity
        : Text is ".nan" or ".NaN" or ".NAN" ? double.NaN
        : NumberShape().IsMatch(Text) && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : null;

    public override string Describe() =>
        IsNothing ? "nothing"
        : Truth is not null ? $"the truth value `{Text}`"
        : IsNumber ? $"the number `{Text}`"
        : $"the text `{Text}`";

    private static bool Digits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex NumberShape();
}
