namespace Klotho.Planning.Optimum;

/// <summary>
/// Which blocks to merge next: the one that the least ties to others, with the neighbour that gives the least to look at.
/// The order decides on time only, never on the answer.
/// </summary>
internal static class MergeOrder
{
    /// <returns>Null where no block is left.</returns>
    public static (Block First, Block Second)? Next(BlockSystem system)
    {
        var first = system.Blocks.MinBy(block => (block.Ties, block.Ways.Length, block.Id));
        if (first is null)
        {
            return null;
        }

        var second = system.Neighbours(first).MinBy(block => (TiesOfBoth(first, block), (long)block.Ways.Length, block.Id))
            ?? throw new InvalidOperationException("A block that nothing ties to others is not settled.");
        return (first, second);
    }

    private static int TiesOfBoth(Block first, Block second) =>
        CountOfBoth(first.Limits, second.Limits) + CountOfBoth(first.Barred, second.Barred);

    /// <summary>How many different numbers there are in two ascending lists. It is asked for each pair of neighbours, so it makes no set of them.</summary>
    private static int CountOfBoth(int[] one, int[] other)
    {
        var (i, j, count) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var (left, right) = (one[i], other[j]);
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
            count++;
        }

        return count + one.Length - i + other.Length - j;
    }
}
