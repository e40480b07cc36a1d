namespace Klotho.Planning.Optimum;

/// <summary>QuickXplain (Junker 2004): halves the constraints until it is known which ones a conflict cannot do without.</summary>
internal static class MinimalConflict
{
    /// <param name="all">Constraints that cannot hold together, though none at all can.</param>
    /// <param name="holds">Whether constraints, ascending, can hold together.</param>
    /// <returns>A minimal conflict, ascending.</returns>
    public static int[] Find(int[] all, Func<int[], bool> holds) => Within([], false, all, holds).Order().ToArray();

    /// <summary>The constraints of <paramref name="among"/> that, with the given ones, make a minimal conflict.</summary>
    private static int[] Within(int[] given, bool changed, int[] among, Func<int[], bool> holds)
    {
        if (changed && !holds(given.Order().ToArray()))
        {
            return [];
        }

        if (among.Length == 1)
        {
            return among;
        }

        var (first, second) = (among[..(among.Length / 2)], among[(among.Length / 2)..]);
        var needed = Within([.. given, .. first], true, second, holds);
        return [.. Within([.. given, .. needed], needed.Length > 0, first, holds), .. needed];
    }
}
