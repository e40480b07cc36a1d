namespace Klotho.Planning.Optimum;

/// <summary>
/// Finds a minimal conflict: constraints that cannot hold together, though they can as soon as any one of them is left out.
/// Among the minimal conflicts it is one of the smallest, as long as few questions suffice to prove that.
/// </summary>
public static class ConflictSearch
{
    /// <summary>How often <c>satisfiable</c> may be asked to look for a smaller conflict, after a minimal one is known.</summary>
    public const int Questions = 500;

    /// <param name="constraints">What cannot hold together. The order decides which of several conflicts of a size is found.</param>
    /// <param name="satisfiable">Whether constraints can hold together. Leaving some out never makes satisfiable ones unsatisfiable.</param>
    /// <returns>A minimal conflict in the order of <paramref name="constraints"/>; empty if not even nothing is satisfiable.</returns>
    /// <exception cref="ArgumentException">The constraints can all hold together.</exception>
    public static IReadOnlyList<T> Run<T>(IReadOnlyList<T> constraints, Func<IReadOnlyList<T>, bool> satisfiable)
    {
        var all = Enumerable.Range(0, constraints.Count).ToArray();
        if (Holds(all))
        {
            throw new ArgumentException("The constraints are satisfiable.", nameof(constraints));
        }

        if (!Holds([]))
        {
            return [];
        }

        var minimal = MinimalConflict.Find(all, Holds);
        return Picked(new SmallestConflict(all, Holds, Questions).Find(minimal));

        bool Holds(int[] chosen) => satisfiable(Picked(chosen));

        T[] Picked(int[] chosen) => Array.ConvertAll(chosen, index => constraints[index]);
    }
}
