using System.Globalization;

namespace Klotho.Planning.Quantities;

/// <summary>An amount of data, in bytes.</summary>
public readonly record struct DataSize(long Bytes) : IComparable<DataSize>
{
    private static readonly (string Unit, long Size)[] Units = [("TiB", 1L << 40), ("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10), ("B", 1)];

    public static readonly QuantityFormat Format = new("an amount of data", new(
    [
        QuantityUnit.Whole("B", 1, 18),
        QuantityUnit.Eighths("KiB", 1L << 10, 15),
        QuantityUnit.Eighths("MiB", 1L << 20, 12),
        QuantityUnit.Eighths("GiB", 1L << 30, 9),
        QuantityUnit.Eighths("TiB", 1L << 40, 6),
    ]));

    public static DataSize Parse(string text) => new(Format.Amount(text));

    public static DataSize OfKiB(long count) => new(count << 10);

    public static DataSize OfMiB(long count) => new(count << 20);

    public static DataSize OfGiB(long count) => new(count << 30);

    /// <summary>In GB as the provider bills them, which are GiB.</summary>
    public decimal GiB => (decimal)Bytes / (1L << 30);

    public int CompareTo(DataSize other) => Bytes.CompareTo(other.Bytes);

    public static bool operator <(DataSize left, DataSize right) => left.Bytes < right.Bytes;

    public static bool operator >(DataSize left, DataSize right) => left.Bytes > right.Bytes;

    public static bool operator <=(DataSize left, DataSize right) => left.Bytes <= right.Bytes;

    public static bool operator >=(DataSize left, DataSize right) => left.Bytes >= right.Bytes;

    /// <summary>In the largest unit that gives a whole number, as klotho.yaml takes it: <c>20 KiB</c>.</summary>
    public override string ToString()
    {
        var bytes = Bytes;
        var (unit, size) = Units.First(unit => bytes % unit.Size == 0);
        return bytes == 0 ? "0 B" : string.Create(CultureInfo.InvariantCulture, $"{bytes / size} {unit}");
    }
}
