namespace Klotho.Emit.Topology.Layout;

/// <summary>
/// The numbers nearest to wished ones, weighted squares of the distances added up, of which none is below the one before it.
/// Neighbours that would be in the wrong order become a block at their weighted mean (pool adjacent violators).
/// </summary>
internal static class MonotoneFit
{
    public static double[] Of(IReadOnlyList<(double Wish, double Weight)> wishes)
    {
        var blocks = new Stack<(double Mean, double Weight, int Count)>();
        foreach (var (wish, weight) in wishes)
        {
            var block = (Mean: wish, Weight: weight, Count: 1);
            while (blocks.TryPeek(out var above) && above.Mean > block.Mean)
            {
                blocks.Pop();
                var sum = above.Weight + block.Weight;
                block = (((above.Mean * above.Weight) + (block.Mean * block.Weight)) / sum, sum, above.Count + block.Count);
            }

            blocks.Push(block);
        }

        return blocks.Reverse().SelectMany(block => Enumerable.Repeat(block.Mean, block.Count)).ToArray();
    }
}
