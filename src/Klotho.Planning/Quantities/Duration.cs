using System.Globalization;

namespace Klotho.Planning.Quantities;

/// <summary>A length of time, in microseconds.</summary>
public readonly record struct Duration(long Microseconds) : IComparable<Duration>
{
    private static readonly (string Unit, long Size)[] Units =
        [("d", 86_400_000_000), ("h", 3_600_000_000), ("min", 60_000_000), ("s", 1_000_000), ("ms", 1_000), ("us", 1)];

    public static readonly Duration Zero;

    public static readonly QuantityFormat Format = new("a length of time", new(
    [
        QuantityUnit.Whole("us", 1, 18),
        QuantityUnit.Decimal("ms", 1_000, 15, 3),
        QuantityUnit.Decimal("s", 1_000_000, 12, 6),
        QuantityUnit.Decimal("min", 60_000_000, 10, 6),
        QuantityUnit.Decimal("h", 3_600_000_000, 8, 6),
        QuantityUnit.Decimal("d", 86_400_000_000, 7, 6),
    ]));

    public static Duration Parse(string text) => new(Format.Amount(text));

    public static Duration OfMilliseconds(long milliseconds) => new(milliseconds * 1_000);

    public static Duration OfSeconds(long seconds) => new(seconds * 1_000_000);

    public decimal Seconds => (decimal)Microseconds / 1_000_000;

    public int CompareTo(Duration other) => Microseconds.CompareTo(other.Microseconds);

    public static Duration operator +(Duration left, Duration right) => new(checked(left.Microseconds + right.Microseconds));

    public static bool operator <(Duration left, Duration right) => left.Microseconds < right.Microseconds;

    public static bool operator >(Duration left, Duration right) => left.Microseconds > right.Microseconds;

    public static bool operator <=(Duration left, Duration right) => left.Microseconds <= right.Microseconds;

    public static bool operator >=(Duration left, Duration right) => left.Microseconds >= right.Microseconds;

    /// <summary>In the largest unit that gives a whole number, as klotho.yaml takes it: <c>300ms</c>, <c>20min</c>.</summary>
    public override string ToString()
    {
        var microseconds = Microseconds;
        var (unit, size) = Units.First(unit => microseconds % unit.Size == 0);
        return microseconds == 0 ? "0s" : string.Create(CultureInfo.InvariantCulture, $"{microseconds / size}{unit}");
    }
}
