namespace Klotho.Planning.Optimum;

/// <summary>One way to take options for all choices of a block at once.</summary>
/// <param name="Options">The options taken, ascending.</param>
/// <param name="Cost">What they cost together.</param>
/// <param name="Barred">Options outside the block that cannot be taken with them, ascending.</param>
/// <param name="Exposed">Those of <paramref name="Options"/> that bar something outside the block, ascending.</param>
/// <param name="Shares">What they add to limits that can still be broken, by limit.</param>
internal sealed record Combination(int[] Options, Int128 Cost, int[] Barred, int[] Exposed, LimitShare[] Shares) : IComparable<Combination>
{
    /// <summary>The ways of blocks that nothing joins any more, put together.</summary>
    public static Combination Together(IReadOnlyCollection<Combination> ways) => new(
        ways.SelectMany(way => way.Options).Order().ToArray(),
        ways.Aggregate(Int128.Zero, (sum, way) => sum + way.Cost),
        [], [], []);

    /// <summary>By cost, then lexicographically by the options taken.</summary>
    public int CompareTo(Combination? other) => other is null ? 1
        : Cost != other.Cost ? Cost.CompareTo(other.Cost)
        : Options.AsSpan().SequenceCompareTo(other.Options);

    public Int128 Amount(int limit)
    {
        foreach (var share in Shares)
        {
            if (share.Limit == limit)
            {
                return share.Amount;
            }
        }

        return Int128.Zero;
    }

    /// <summary>Whether this one leaves at least as much to others. If it also comes first, the other one is never needed: in any solution this one can take its place.</summary>
    public bool LeavesAsMuchAs(Combination other) =>
        Shares.Length <= other.Shares.Length && AddsNoMoreThan(other) && IsSubset(Barred, other.Barred);

    private bool AddsNoMoreThan(Combination other)
    {
        var at = 0;
        foreach (var share in Shares)
        {
            while (at < other.Shares.Length && other.Shares[at].Limit < share.Limit)
            {
                at++;
            }

            if (at == other.Shares.Length || other.Shares[at].Limit != share.Limit || other.Shares[at].Amount < share.Amount)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSubset(int[] part, int[] whole)
    {
        if (part.Length > whole.Length)
        {
            return false;
        }

        var at = 0;
        foreach (var item in part)
        {
            while (at < whole.Length && whole[at] < item)
            {
                at++;
            }

            if (at == whole.Length || whole[at] != item)
            {
                return false;
            }
        }

        return true;
    }
}
