namespace Klotho.Drivers;

/// <summary>When the items of a memory end, with the next one first. Not for several threads at once.</summary>
internal sealed class MemoryExpiry
{
    private readonly Dictionary<string, DateTimeOffset> _ends = new(StringComparer.Ordinal);
    private readonly SortedSet<(DateTimeOffset End, string Key)> _order = new(Comparer<(DateTimeOffset End, string Key)>.Create(static (one, other) =>
        one.End.CompareTo(other.End) is not 0 and var order ? order : string.CompareOrdinal(one.Key, other.Key)));

    /// <summary>Has an item end then, and no more when it did before; never where that is null.</summary>
    public void Set(string key, DateTimeOffset? end)
    {
        if (_ends.Remove(key, out var before))
        {
            _order.Remove((before, key));
        }

        if (end is { } then)
        {
            _ends[key] = then;
            _order.Add((then, key));
        }
    }

    /// <summary>Forgets the next item that ended by <paramref name="now"/>, and gives its key; null where none did.</summary>
    public string? TakeEnded(DateTimeOffset now)
    {
        var next = _order.Min;
        if (_order.Count == 0 || next.End > now)
        {
            return null;
        }

        Set(next.Key, end: null);
        return next.Key;
    }
}
