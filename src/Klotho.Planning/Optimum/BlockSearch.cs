namespace Klotho.Planning.Optimum;

/// <summary>
/// Searches choices that hang together. It merges blocks (variable elimination): the ways of two blocks become the ways of
/// one, without those that break a rule or that another one can replace in any solution. As long as little joins a
/// block to others few ways remain. Where a merge would be too large it tries the ways of one block in turn instead (branch
/// and bound), after which the rest often falls apart into parts that are searched one by one.
/// </summary>
/// <param name="largestMerge">The most pairs of ways that one merge looks at. It decides on time only, never on the answer.</param>
/// <param name="cancel">Ends the search.</param>
internal sealed class BlockSearch(int largestMerge, CancellationToken cancel)
{
    /// <returns>The best way to decide all choices, or null where none costs <paramref name="most"/> or less.</returns>
    public Combination? Run(BlockSystem system, Int128 most)
    {
        while (system.Propagate(most))
        {
            cancel.ThrowIfCancellationRequested();
            if (MergeOrder.Next(system) is not { } next)
            {
                return system.Least <= most ? system.Settled : null;
            }

            if ((long)next.First.Ways.Length * next.Second.Ways.Length > largestMerge)
            {
                return Divide(system, most);
            }

            system.Merge(next.First, next.Second, most);
        }

        return null;
    }

    private Combination? Divide(BlockSystem system, Int128 most)
    {
        var parts = system.Split();
        if (parts.Count == 1)
        {
            return Branch(system, most);
        }

        var found = new List<Combination> { system.Settled };
        var least = system.Least;
        foreach (var part in parts)
        {
            var before = part.Least;
            if (Run(part, most - least + before) is not { } best)
            {
                return null;
            }

            least += best.Cost - before;
            found.Add(best);
        }

        return Combination.Together(found);
    }

    private Combination? Branch(BlockSystem system, Int128 most)
    {
        Combination? best = null;
        var block = system.Blocks.MaxBy(candidate => (candidate.Ties, -candidate.Id)) ?? throw new InvalidOperationException("There is nothing to branch on.");
        foreach (var way in block.Ways)
        {
            if (system.Least - block.Least + way.Cost > most)
            {
                break;
            }

            if (Run(system.With(block, way), most) is { } found && (best is null || found.CompareTo(best) < 0))
            {
                best = found;
                most = found.Cost;
            }
        }

        return best;
    }
}
