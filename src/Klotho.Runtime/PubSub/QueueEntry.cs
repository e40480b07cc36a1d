using System.Globalization;

namespace Klotho.Drivers;

/// <summary>
/// What a message's file name says: when it is due (or when its lease ends), how many attempts failed, its id, and the version of its
/// schema where that is known.
/// Names sort by time, and a queue is read without opening a file.
/// </summary>
internal sealed record QueueEntry(DateTimeOffset At, int Failed, string Id, string? Schema)
{
    private const string Ending = ".msg";

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks:D19}-{Failed}-{Id}{(Schema is null ? "" : "-")}{Schema}{Ending}");

    /// <summary>Reads a file name; null if it is no message's.</summary>
    public static QueueEntry? Parse(string name) =>
        name.EndsWith(Ending, StringComparison.Ordinal) &&
        name[..^Ending.Length].Split('-') is [var ticks, var failed, var id, .. var rest] and { Length: <= 4 } &&
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) &&
        int.TryParse(failed, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new QueueEntry(new DateTimeOffset(at, TimeSpan.Zero), count, id, rest.FirstOrDefault())
            : null;
}
