namespace Klotho.Planning.Optimum;

/// <summary>Takes from a block the ways that are impossible, too dear, or replaceable, and from its ways what no longer matters.</summary>
/// <param name="room">What is left of each limit that can still be broken.</param>
/// <param name="dead">Options that can no longer be taken.</param>
internal sealed class BlockTrim(Dictionary<int, Int128> room, HashSet<int> dead)
{
    /// <summary>What every way of the block adds to a limit: it is spent whatever is taken.</summary>
    public Dictionary<int, Int128> Lifted { get; } = [];

    /// <returns>Null where no way is left.</returns>
    public Block? Run(Block block, Int128 most)
    {
        var possible = block.Ways.Where(way => way.Cost <= most && IsPossible(way)).ToList();
        if (possible.Count == 0)
        {
            return null;
        }

        foreach (var limit in block.Limits.Where(room.ContainsKey))
        {
            var least = possible.Min(way => way.Amount(limit));
            if (least > 0)
            {
                Lifted.Add(limit, least);
            }
        }

        var ways = possible.ConvertAll(Trimmed);
        ways.Sort();
        return new(block.Choices, Needed(ways));
    }

    private bool IsPossible(Combination way) =>
        way.Shares.All(share => !room.TryGetValue(share.Limit, out var left) || share.Amount <= left) && !way.Exposed.Any(dead.Contains);

    private Combination Trimmed(Combination way) => way with
    {
        Barred = way.Barred.Any(dead.Contains) ? way.Barred.Where(option => !dead.Contains(option)).ToArray() : way.Barred,
        Shares = way.Shares.All(share => room.ContainsKey(share.Limit) && !Lifted.ContainsKey(share.Limit)) ? way.Shares
            : way.Shares.Where(share => room.ContainsKey(share.Limit))
                .Select(share => share with { Amount = share.Amount - Lifted.GetValueOrDefault(share.Limit) })
                .Where(share => share.Amount > 0).ToArray(),
    };

    /// <summary>Without the ways that one before them, which is cheaper or of equal cost and first in the order of ties, can replace.</summary>
    private static Combination[] Needed(List<Combination> sorted)
    {
        var needed = new List<Combination>();
        foreach (var way in sorted)
        {
            if (!needed.Exists(before => before.LeavesAsMuchAs(way)))
            {
                needed.Add(way);
            }
        }

        return needed.ToArray();
    }
}
