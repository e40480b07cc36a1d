namespace Klotho;

/// <summary>
/// Which bytes of a file are read. Of a range that goes beyond the file's end those are read that there are, none where it begins
/// there. The default is the whole file.
/// </summary>
public readonly record struct BlobRange
{
    private BlobRange(long? start, long? length) => (Start, Length) = (start, length);

    /// <summary>The first byte, counted from 0; null where the range is counted from the end.</summary>
    public long? Start { get; }

    /// <summary>How many bytes; null for all up to the end.</summary>
    public long? Length { get; }

    /// <summary>Whether it is the whole file, however long that is.</summary>
    public bool IsWhole => Length is null && Start is null or 0;

    /// <summary>All bytes from <paramref name="start"/> on, which is counted from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static BlobRange From(long start)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        return new(start, null);
    }

    /// <summary><paramref name="length"/> bytes from <paramref name="start"/> on, which is counted from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them is negative.</exception>
    public static BlobRange Of(long start, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new(start, length);
    }

    /// <summary>The last <paramref name="length"/> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static BlobRange Last(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new(null, length);
    }

    /// <summary>What the range comes to in a file of <paramref name="fileBytes"/> bytes: its first byte and how many there are.</summary>
    public (long Start, long Length) In(long fileBytes)
    {
        var start = Start is { } first ? Math.Min(first, fileBytes) : fileBytes - Math.Min(Length ?? fileBytes, fileBytes);
        return (start, Math.Min(Length ?? fileBytes, fileBytes - start));
    }
}
