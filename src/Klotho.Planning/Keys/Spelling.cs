namespace Klotho.Planning.Keys;

/// <summary>Finds what somebody may have meant.</summary>
public static class Spelling
{
    private const int MostListed = 12;

    /// <summary>The known name nearest to <paramref name="written"/>, or null where none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        // Nobody mistypes a name that long, and comparing costs time by its length.
        if (written.Length > 60)
        {
            return null;
        }

        return known
            .Select(name => (Name: name, Distance: Distance(Fold(written), Fold(name))))
            .Where(pair => pair.Distance <= Math.Max(1, Math.Min(written.Length, pair.Name.Length) / 3))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => pair.Name)
            .FirstOrDefault();
    }

    /// <summary>How to mend it: <c>Did you mean `a`?</c>, or what there is, or <paramref name="whereNone"/>.</summary>
    public static string Hint(string written, IReadOnlyCollection<string> known, string whereNone) =>
        known.Count == 0 ? whereNone
        : Nearest(written, known) is { } nearest ? $"Did you mean `{nearest}`?"
        : $"Known here: {List(known)}.";

    /// <summary>The names in back quotes, separated by commas; a long list is cut.</summary>
    public static string List(IReadOnlyCollection<string> names)
    {
        var listed = string.Join(", ", names.Take(MostListed).Select(name => $"`{name}`"));
        return names.Count > MostListed ? $"{listed} and {names.Count - MostListed} more" : listed;
    }

    private static string Fold(string name) => name.Replace('-', '_').ToLowerInvariant();

    /// <summary>The least number of letters to add, drop, change or swap with their neighbour.</summary>
    private static int Distance(string left, string right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            for (var column = 0; column <= right.Length; column++)
            {
                if (row == 0 || column == 0)
                {
                    cost[row, column] = row + column;
                    continue;
                }

                var change = left[row - 1] == right[column - 1] ? 0 : 1;
                var best = Math.Min(cost[row - 1, column - 1] + change, Math.Min(cost[row - 1, column], cost[row, column - 1]) + 1);
                var swapped = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
                cost[row, column] = swapped ? Math.Min(best, cost[row - 2, column - 2] + 1) : best;
            }
        }

        return cost[left.Length, right.Length];
    }
}
