using System.Globalization;

namespace Klotho.Planning.Quantities;

/// <summary>US dollars a month, in millionths, so that sums are exact.</summary>
public readonly record struct Money(long Micro) : IComparable<Money>
{
    private const long Unit = 1_000_000;

    public static readonly Money Zero;

    public static readonly QuantityFormat Format = new("an amount of money a month", new([QuantityUnit.Decimal("USD/month", Unit, 12, 2)]));

    public static Money Parse(string text) => new(Format.Amount(text));

    public static Money OfUsd(decimal usd) => new((long)decimal.Round(usd * Unit, MidpointRounding.ToEven));

    public decimal Usd => (decimal)Micro / Unit;

    /// <summary>The next cent that is not below, as klotho.yaml takes it.</summary>
    public Money RoundedUp => OfUsd(decimal.Ceiling(Usd * 100) / 100);

    public int CompareTo(Money other) => Micro.CompareTo(other.Micro);

    public static Money operator +(Money left, Money right) => new(checked(left.Micro + right.Micro));

    public static Money operator -(Money left, Money right) => new(checked(left.Micro - right.Micro));

    public static bool operator <(Money left, Money right) => left.Micro < right.Micro;

    public static bool operator >(Money left, Money right) => left.Micro > right.Micro;

    public static bool operator <=(Money left, Money right) => left.Micro <= right.Micro;

    public static bool operator >=(Money left, Money right) => left.Micro >= right.Micro;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Usd:0.00} USD/month");
}
