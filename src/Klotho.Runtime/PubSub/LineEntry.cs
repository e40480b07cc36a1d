using System.Globalization;

namespace Klotho.Drivers;

/// <summary>
/// What the file name of an ordered message says: its turn among those of its key, whether somebody has claimed it, and what any message's says.
/// The turn stays when the time changes at which the message is due.
/// </summary>
internal sealed record LineEntry(long Turn, bool IsClaimed, QueueEntry Entry)
{
    private const string Claimed = "claimed";
    private const string Ready = "ready";

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Turn:D19}.{(IsClaimed ? Claimed : Ready)}.{Entry.Name}");

    /// <summary>Reads a file name; null if it is no ordered message's.</summary>
    public static LineEntry? Parse(string name) =>
        name.Split('.', 3) is [var number, var state, var rest] && (state == Claimed || state == Ready) &&
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var turn) &&
        QueueEntry.Parse(rest) is { } entry
            ? new(turn, state == Claimed, entry)
            : null;
}
