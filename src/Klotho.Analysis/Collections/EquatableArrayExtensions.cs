using System.Collections.Immutable;

namespace Klotho.Analysis.Collections;

/// <summary>Ways to make an <see cref="EquatableArray{T}"/> and to look something up in one.</summary>
public static class EquatableArrayExtensions
{
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) => new(items.ToImmutableArray());

    /// <summary>The item with that key in items that are sorted by it, or null; a scan would make planning quadratic.</summary>
    public static T? FindSorted<T, TKey>(this EquatableArray<T> items, TKey key, Func<T, TKey> keyOf)
        where T : class
        where TKey : IComparable<TKey>
    {
        var (low, high) = (0, items.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (keyOf(items[middle]).CompareTo(key))
            {
                case 0:
                    return items[middle];
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return null;
    }
}
