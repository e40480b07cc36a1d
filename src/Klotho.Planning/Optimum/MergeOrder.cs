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
        var first = system.Blocks.MinBy(block => (block.Ties, block.Ways.Length));
        if (first is null)
        {
            return null;
        }

        var second = system.Neighbours(first).MinBy(block => (TiesOfBoth(first, block), (long)block.Ways.Length, block.Id))
            ?? throw new InvalidOperationException("A block that nothing ties to others is not settled.");
        return (first, second);
    }

    private static int TiesOfBoth(Block first, Block second) =>
        first.Limits.Union(second.Limits).Count() + first.Barred.Union(second.Barred).Count();
}
