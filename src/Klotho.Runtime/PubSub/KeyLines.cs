using System.Diagnostics.CodeAnalysis;

namespace Klotho.Drivers;

/// <summary>
/// Turns by key, in this process's memory: of the items of one key it is one's turn at a time, in the order in which they came; those of different keys
/// do not wait for each other. Several threads may use it. What it holds is bounded by whoever puts items in.
/// </summary>
/// <typeparam name="T">A message as its technology has it.</typeparam>
public sealed class KeyLines<T>
{
    private readonly Lock _lock = new();

    // For each key of which it is an item's turn, those that come after it.
    private readonly Dictionary<string, Queue<T>> _lines = new(StringComparer.Ordinal);

    /// <summary>Whether it is the item's turn at once, because none of its key is ahead. Otherwise <see cref="TryLeave"/> hands it out when it is.</summary>
    /// <param name="key">The key.</param>
    /// <param name="item">The item.</param>
    public bool TryEnter(string key, T item)
    {
        lock (_lock)
        {
            if (_lines.TryGetValue(key, out var line))
            {
                line.Enqueue(item);
                return false;
            }

            _lines.Add(key, new());
            return true;
        }
    }

    /// <summary>The item whose turn it was is done with: the next of its key, if there is one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="next">The item whose turn it is now.</param>
    public bool TryLeave(string key, [MaybeNullWhen(false)] out T next)
    {
        lock (_lock)
        {
            if (_lines.TryGetValue(key, out var line) && line.TryDequeue(out next))
            {
                return true;
            }

            _lines.Remove(key);
            next = default;
            return false;
        }
    }
}
