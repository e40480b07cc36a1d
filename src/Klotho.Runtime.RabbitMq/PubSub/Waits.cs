using System.Globalization;

namespace Klotho.RabbitMq;

/// <summary>
/// Cuts a wait into waits of a few lengths (1, 2, 5, 10, 20 and so on milliseconds), for each of which there is a queue: messages of a
/// queue expire in order, so one queue holds one length. The sum is the wait, up to a twentieth less.
/// </summary>
internal static class Waits
{
    private const long Longest = 50_000_000;
    private const long Precision = 20;

    /// <summary>The first wait, and the rest of them as the message carries it; nothing where there is no wait.</summary>
    public static (TimeSpan First, string? Later) Of(TimeSpan delay)
    {
        var total = (long)Math.Ceiling(delay.TotalMilliseconds);
        var waits = new List<long>();
        for (var (left, wait) = (total, Longest); wait > 0; wait = Shorter(wait))
        {
            while (left >= wait && left * Precision > total)
            {
                waits.Add(wait);
                left -= wait;
            }
        }

        return Next(string.Join(' ', waits.Select(wait => wait.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>The next of the waits that a message carries, and the rest.</summary>
    public static (TimeSpan First, string? Later) Next(string? waits)
    {
        var parts = (waits ?? "").Split(' ', 2);
        return long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            ? (TimeSpan.FromMilliseconds(first), parts.Length > 1 ? parts[1] : null)
            : (TimeSpan.Zero, null);
    }

    // 50, 20, 10, 5, 2, 1: only from 5 to 2 it is not a half.
    private static long Shorter(long wait)
    {
        var leading = wait;
        while (leading >= 10)
        {
            leading /= 10;
        }

        return leading == 5 ? wait / 5 * 2 : wait / 2;
    }
}
