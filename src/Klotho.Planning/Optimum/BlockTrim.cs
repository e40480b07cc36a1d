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
        var possible = Array.FindAll(block.Ways, way => way.Cost <= most && IsPossible(way));
        if (possible.Length == 0)
        {
            return null;
        }

        foreach (var limit in block.Limits)
        {
            if (room.ContainsKey(limit) && Least(possible, limit) is var least && least > 0)
            {
                Lifted.Add(limit, least);
            }
        }

        var ways = Array.ConvertAll(possible, Trimmed);
        if (block.IsTrimmed && ways.AsSpan().SequenceEqual(block.Ways, ReferenceEqualityComparer.Instance))
        {
            return block;
        }

        Array.Sort(ways);
        return new(block.Choices, Needed(ways)) { IsTrimmed = true };
    }

    private bool IsPossible(Combination way)
    {
        foreach (var share in way.Shares)
        {
            if (room.TryGetValue(share.Limit, out var left) && share.Amount > left)
            {
                return false;
            }
        }

        return !AnyDead(way.Exposed);
    }

    private Combination Trimmed(Combination way)
    {
        var trimmed = AnyDead(way.Barred) ? way with { Barred = way.Barred.Where(option => !dead.Contains(option)).ToArray() } : way;
        return Array.TrueForAll(way.Shares, IsUnchanged) ? trimmed : trimmed with
        {
            Shares = way.Shares.Where(share => room.ContainsKey(share.Limit))
                .Select(share => share with { Amount = share.Amount - Lifted.GetValueOrDefault(share.Limit) })
                .Where(share => share.Amount > 0).ToArray(),
        };
    }

    private bool IsUnchanged(LimitShare share) => room.ContainsKey(share.Limit) && !Lifted.ContainsKey(share.Limit);

    private bool AnyDead(int[] options)
    {
        foreach (var option in options)
        {
            if (dead.Contains(option))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Without the ways that one before them, which is cheaper or of equal cost and first in the order of ties, can replace.</summary>
    private static Combination[] Needed(Combination[] sorted)
    {
        var needed = new List<Combination>();
        foreach (var way in sorted)
        {
            if (!IsReplaced(way))
            {
                needed.Add(way);
            }
        }

        return needed.Count == sorted.Length ? sorted : needed.ToArray();

        bool IsReplaced(Combination way)
        {
            foreach (var before in needed)
            {
                if (before.LeavesAsMuchAs(way))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static Int128 Least(Combination[] ways, int limit)
    {
        var least = ways[0].Amount(limit);
        foreach (var way in ways)
        {
            least = Int128.Min(least, way.Amount(limit));
        }

        return least;
    }
}
