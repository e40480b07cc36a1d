namespace Klotho.Planning.Optimum;

/// <summary>Numbers of which every given set has at least one.</summary>
internal static class HittingSet
{
    /// <returns>A smallest one, ascending, and of these the first in lexicographic order; null where each has more than <paramref name="most"/> numbers.</returns>
    public static int[]? Smallest(IReadOnlyList<int[]> sets, int most)
    {
        for (var size = 0; size <= most; size++)
        {
            if (Within(sets, size, -1) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static int[]? Within(IReadOnlyList<int[]> sets, int size, int after)
    {
        if (sets.Count == 0)
        {
            return [];
        }

        if (size == 0 || Disjoint(sets) > size)
        {
            return null;
        }

        // What is chosen next is above what is chosen already, and no set may be left behind by it.
        var last = sets.Min(set => set[^1]);
        foreach (var next in sets.SelectMany(set => set).Where(number => number > after && number <= last).Distinct().Order())
        {
            if (Within(sets.Where(set => Array.BinarySearch(set, next) < 0).ToList(), size - 1, next) is { } rest)
            {
                return [next, .. rest];
            }
        }

        return null;
    }

    /// <summary>How many of the sets have nothing in common, taken as they come: each of them needs a number of its own.</summary>
    private static int Disjoint(IReadOnlyList<int[]> sets)
    {
        var seen = new HashSet<int>();
        var count = 0;
        foreach (var set in sets.Where(set => !set.Any(seen.Contains)))
        {
            seen.UnionWith(set);
            count++;
        }

        return count;
    }
}
