using System.Text;

namespace Klotho.Drivers;

/// <summary>
/// What an item may be, wherever it is kept: the limits of Amazon DynamoDB, so that what works on a laptop works there.
/// Source: docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html, 2026-11-22.
/// </summary>
public static class KeyValueLimits
{
    /// <summary>The largest item, in bytes, with its key: 400 KB.</summary>
    public const int MaxItemBytes = 400 * 1024;

    /// <summary>The longest key, in bytes of UTF-8: that of a sort key.</summary>
    public const int MaxKeyBytes = 1024;

    /// <summary>The longest that an item is there before it ends: ten years of 365 days.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(3650);

    // A whole item on DynamoDB also holds the partition, the names of its attributes, its version and when it ends.
    private const int Overhead = 64;

    /// <summary>The partition of a key: its first segment.</summary>
    /// <exception cref="ArgumentException">The key is empty, too long, has an empty first segment or is not well-formed text.</exception>
    internal static string Partition(string key) => RequireKey(key) is var length && length == key.Length ? key : key[..length];

    /// <summary>Checks a key; returns how many of its characters are its partition.</summary>
    /// <exception cref="ArgumentException">The key is empty, too long, has an empty first segment or is not well-formed text.</exception>
    internal static int RequireKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        RequireText(key, nameof(key), MaxKeyBytes);
        return key.IndexOf('/', StringComparison.Ordinal) switch
        {
            0 => throw new ArgumentException($"The key '{key}' begins with '/': its first segment, the partition, is empty.", nameof(key)),
            < 0 => key.Length,
            var slash => slash,
        };
    }

    internal static void RequireText(string text, string name, int maxBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, name);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
            {
                throw new ArgumentException("Half of a surrogate pair is not text.", name);
            }
        }

        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > maxBytes)
        {
            throw new ArgumentException($"The text is {bytes} bytes of UTF-8, over the limit of {maxBytes}.", name);
        }
    }

    internal static void RequireSize(string store, string key, ReadOnlySpan<char> partition, int valueBytes)
    {
        var size = Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(partition) + valueBytes + Overhead;
        if (size > MaxItemBytes)
        {
            throw new PayloadTooLargeException(
                $"The item '{key}' of the store '{store}' is {size} bytes with its key, over the limit of {MaxItemBytes} (Amazon DynamoDB's).");
        }
    }
}
