namespace Klotho.Drivers;

/// <summary>
/// Orders texts as their UTF-8 bytes, which is by code point: the order of Amazon DynamoDB and S3. It differs from
/// ordinal order of UTF-16 only where characters outside of the basic plane meet those above U+D7FF.
/// </summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return x is null ? (y is null ? 0 : -1) : 1;
        }

        for (var at = 0; at < Math.Min(x.Length, y.Length); at++)
        {
            if (x[at] != y[at])
            {
                return Weight(x[at]).CompareTo(Weight(y[at]));
            }
        }

        return x.Length.CompareTo(y.Length);
    }

    // Surrogates stand for code points above all others.
    private static int Weight(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
