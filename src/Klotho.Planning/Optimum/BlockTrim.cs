namespace Klotho.Planning.Optimum;

/// <summary>Takes from a block the ways that are impossible, too dear, or replaceable, and from its ways what no longer matters.</summary>
/// <param name="room">What is left of each limit that can still be broken.</param>
/// <param name="dead">Options that can no longer be taken.</param>
internal sealed class BlockTrim(Dictionary<int, Int128> room, HashSet<int> dead)
{
    private SortedList<int, Int128>? lifted;

    /// <summary>What every way of the block adds to a limit: it is spent whatever is taken.</summary>
    public IReadOnlyList<KeyValuePair<int, Int128>> Lifted => lifted is null ? [] : [.. lifted];

    /// <returns>Null where no way is left.</returns>
    public Block? Run(Block block, Int128 most)
    {
        var ways = Possible(block.Ways, most);
        if (ways.Length == 0)
        {
            return null;
        }

        foreach (var limit in block.Limits)
        {
            if (room.ContainsKey(limit) && Least(ways, limit) is var least && least > 0)
            {
                (lifted ??= []).Add(limit, least);
            }
        }

        var trimmed = Trimmed(ways);
        if (block.IsTrimmed && ReferenceEquals(trimmed, block.Ways))
        {
            return block;
        }

        var sorted = ReferenceEquals(trimmed, block.Ways) ? (Combination[])trimmed.Clone() : trimmed;
        Array.Sort(sorted);
        return new(block.Choices, Needed(sorted)) { IsTrimmed = true };
    }

    /// <summary>The same array where all are: most blocks that are looked at again stay as they are.</summary>
    private Combination[] Possible(Combination[] ways, Int128 most)
    {
        var count = 0;
        foreach (var way in ways)
        {
            count += IsPossible(way, most) ? 1 : 0;
        }

        return count == ways.Length ? ways : Array.FindAll(ways, way => IsPossible(way, most));
    }

    /// <summary>The same array where nothing is taken from any of them.</summary>
    private Combination[] Trimmed(Combination[] ways)
    {
        Combination[]? trimmed = null;
        for (var index = 0; index < ways.Length; index++)
        {
            var way = Trimmed(ways[index]);
            if (!ReferenceEquals(way, ways[index]))
            {
                trimmed ??= (Combination[])ways.Clone();
                trimmed[index] = way;
            }
        }

        return trimmed ?? ways;
    }

    private bool IsPossible(Combination way, Int128 most)
    {
        if (way.Cost > most)
        {
            return false;
        }

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
        var trimmed = AnyDead(way.Barred) ? way with { Barred = Array.FindAll(way.Barred, option => !dead.Contains(option)) } : way;
        return AreUnchanged(way.Shares) ? trimmed : trimmed with { Shares = Left(way.Shares) };
    }

    /// <summary>What is left of what a way adds to limits, without that which every way adds.</summary>
    private LimitShare[] Left(LimitShare[] shares)
    {
        var left = new List<LimitShare>(shares.Length);
        foreach (var share in shares)
        {
            var amount = share.Amount - (lifted?.GetValueOrDefault(share.Limit) ?? Int128.Zero);
            if (amount > 0 && room.ContainsKey(share.Limit))
            {
                left.Add(share with { Amount = amount });
            }
        }

        return left.Count == 0 ? [] : left.ToArray();
    }

    private bool AreUnchanged(LimitShare[] shares)
    {
        foreach (var share in shares)
        {
            if (!room.ContainsKey(share.Limit) || lifted?.ContainsKey(share.Limit) == true)
            {
                return false;
            }
        }

        return true;
    }

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
