using System.Globalization;

namespace Klotho.Planning.Quantities;

/// <summary>
/// A unit as klotho.yaml spells it. <paramref name="Size"/> says how many of the smallest unit it is, and
/// <paramref name="Number"/> (a regular expression without anchors, in the dialect that .NET and JSON Schema share)
/// which numbers may stand before it: only those that are a whole number of the smallest unit, and fit 64 bits.
/// </summary>
public sealed record QuantityUnit(string Name, long Size, string Number, string NumberMeaning)
{
    public static QuantityUnit Whole(string name, long size, int digits) =>
        new(name, size, Integer(digits), string.Create(CultureInfo.InvariantCulture, $"a whole number of at most {digits} digits"));

    public static QuantityUnit Decimal(string name, long size, int digits, int decimals) => new(
        name,
        size,
        string.Create(CultureInfo.InvariantCulture, $@"{Integer(digits)}(\.[0-9]{{1,{decimals}}})?"),
        string.Create(CultureInfo.InvariantCulture, $"a number of at most {digits} digits, with at most {decimals} behind the point"));

    /// <summary>Of three digits behind the point, a power of 1024 makes whole bytes of eighths only.</summary>
    public static QuantityUnit Eighths(string name, long size, int digits) => new(
        name,
        size,
        $@"{Integer(digits)}(\.(0{{1,3}}|50{{0,2}}|[27]50?|125|375|625|875))?",
        string.Create(CultureInfo.InvariantCulture, $"a number of at most {digits} digits, with nothing behind the point but eighths, such as .5 or .125"));

    private static string Integer(int digits) => string.Create(CultureInfo.InvariantCulture, $"[0-9]{{1,{digits}}}");
}
