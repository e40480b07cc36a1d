using System.Globalization;

namespace Klotho.Drivers;

/// <summary>
/// What a message's file name says: when it is due (or when its lease ends), how many attempts failed, its id, and the version of its
/// schema where that is known. One that is published in a trace has a head, so that the name need not hold that.
/// Names sort by time, and a queue is read without opening a file.
/// </summary>
internal sealed record QueueEntry(DateTimeOffset At, int Failed, string Id, string? Schema, bool HasHead = false)
{
    private const string Ending = ".msg";
    private const string Headed = ".head";

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks:D19}-{Failed}-{Id}{(Schema is null ? "" : "-")}{Schema}{(HasHead ? Headed : "")}{Ending}");

    /// <summary>Reads a file name; null if it is no message's.</summary>
    public static QueueEntry? Parse(string name)
    {
        if (!name.EndsWith(Ending, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = name[..^Ending.Length];
        var headed = parts.EndsWith(Headed, StringComparison.Ordinal);
        return Parse(headed ? parts[..^Headed.Length] : parts, headed);
    }

    private static QueueEntry? Parse(string parts, bool headed) =>
        parts.Split('-') is [var ticks, var failed, var id, .. var rest] and { Length: <= 4 } &&
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) &&
        int.TryParse(failed, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new QueueEntry(new DateTimeOffset(at, TimeSpan.Zero), count, id, rest.FirstOrDefault(), headed)
            : null;
}
