using System.Globalization;

namespace Klotho.Planning.Quantities;

/// <summary>A part of a whole, in percent: <c>99.95</c>.</summary>
public readonly record struct Share(decimal Percent) : IComparable<Share>
{
    private const long Scale = 1_000_000;

    public static readonly QuantityFormat Format = new("a share", new(
    [
        new QuantityUnit("%", Scale, @"100(\.0{1,6})?|[0-9]{1,2}(\.[0-9]{1,6})?", "a number from 0 to 100, with at most 6 digits behind the point"),
    ]));

    public static Share Parse(string text) => new((decimal)Format.Amount(text) / Scale);

    public int CompareTo(Share other) => Percent.CompareTo(other.Percent);

    public static bool operator <(Share left, Share right) => left.Percent < right.Percent;

    public static bool operator >(Share left, Share right) => left.Percent > right.Percent;

    public static bool operator <=(Share left, Share right) => left.Percent <= right.Percent;

    public static bool operator >=(Share left, Share right) => left.Percent >= right.Percent;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Percent:0.###########}%");
}
