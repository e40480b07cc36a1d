using System.Globalization;

namespace Klotho.Planning.Quantities;

/// <summary>How much more there is after a year, in percent: <c>20%/year</c>.</summary>
public readonly record struct Growth(decimal PercentPerYear)
{
    private const long Scale = 1_000_000;

    public static readonly QuantityFormat Format = new("a rate of growth", new([QuantityUnit.Decimal("%/year", Scale, 6, 6)]));

    public static Growth Parse(string text) => new((decimal)Format.Amount(text) / Scale);

    /// <summary>What something is after a year.</summary>
    public decimal After(decimal today) => today * (1 + (PercentPerYear / 100));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PercentPerYear:0.######}%/year");
}
