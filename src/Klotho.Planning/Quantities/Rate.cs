using System.Globalization;

namespace Klotho.Planning.Quantities;

/// <summary>How often something happens: requests, messages or operations a second.</summary>
public readonly record struct Rate(decimal PerSecond) : IComparable<Rate>
{
    /// <summary>730 hours, by which the provider's own monthly figures are reckoned.</summary>
    public const long SecondsPerMonth = 730 * 3600;

    private const long Scale = 1_000_000;

    public static readonly QuantityFormat Format = new("a rate", new([QuantityUnit.Decimal("rps", Scale, 12, 6)]));

    public static Rate Parse(string text) => new((decimal)Format.Amount(text) / Scale);

    public decimal PerMonth => PerSecond * SecondsPerMonth;

    public int CompareTo(Rate other) => PerSecond.CompareTo(other.PerSecond);

    public static bool operator <(Rate left, Rate right) => left.PerSecond < right.PerSecond;

    public static bool operator >(Rate left, Rate right) => left.PerSecond > right.PerSecond;

    public static bool operator <=(Rate left, Rate right) => left.PerSecond <= right.PerSecond;

    public static bool operator >=(Rate left, Rate right) => left.PerSecond >= right.PerSecond;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:0.######} rps");
}
