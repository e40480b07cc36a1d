using System.Globalization;

namespace Klotho.Planning.Quantities;

/// <summary>A part of a whole, in percent: <c>99.95</c>.</summary>
public readonly record struct Share(decimal Percent) : IComparable<Share>
{
    public int CompareTo(Share other) => Percent.CompareTo(other.Percent);

    public static bool operator <(Share left, Share right) => left.Percent < right.Percent;

    public static bool operator >(Share left, Share right) => left.Percent > right.Percent;

    public static bool operator <=(Share left, Share right) => left.Percent <= right.Percent;

    public static bool operator >=(Share left, Share right) => left.Percent >= right.Percent;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Percent:0.###########}%");
}
