using System.Globalization;
using System.Text.RegularExpressions;
using Klotho.Analysis.Collections;

namespace Klotho.Planning.Quantities;

/// <summary>
/// How amounts of one kind are written: a number, at most one blank, a unit. Reading is exact, and the same rules give
/// the pattern of the JSON Schema.
/// </summary>
/// <param name="Noun">What it is, for a sentence: <c>a length of time</c>.</param>
/// <param name="Units">The units that are allowed, the smallest first.</param>
public sealed record QuantityFormat(string Noun, EquatableArray<QuantityUnit> Units)
{
    /// <summary>The regular expression of JSON Schema.</summary>
    public string Pattern =>
        $"^({string.Join('|', Units.Items.Select(unit => $"({unit.Number}) ?{Regex.Escape(unit.Name)}"))})$";

    public QuantityReading Read(string text)
    {
        var end = text.TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.').Count();
        var number = text[..end];
        var unit = text[(end < text.Length && text[end] == ' ' ? end + 1 : end)..];
        if (number.Length == 0)
        {
            return new(0, QuantityFault.NoNumber, number, unit);
        }

        if (unit.Length == 0)
        {
            return new(0, text.EndsWith(' ') ? QuantityFault.UnknownUnit : QuantityFault.NoUnit, number, unit);
        }

        if (Units.Items.FirstOrDefault(known => known.Name == unit) is not { } found)
        {
            return new(0, QuantityFault.UnknownUnit, number, unit);
        }

        return Regex.IsMatch(number, $"^({found.Number})$", RegexOptions.CultureInvariant)
            ? new((long)(decimal.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * found.Size), QuantityFault.None, number, unit)
            : new(0, QuantityFault.NumberNotAllowed, number, unit);
    }

    /// <summary>The amount, in the smallest unit.</summary>
    /// <exception cref="FormatException">The text was not checked before.</exception>
    public long Amount(string text) =>
        Read(text) is { Fault: QuantityFault.None } read ? read.Amount : throw new FormatException($"`{text}` is not {Noun}.");
}
