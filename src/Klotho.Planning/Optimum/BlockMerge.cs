namespace Klotho.Planning.Optimum;

/// <summary>Makes one block of two: each way of one with each way of the other that goes with it.</summary>
internal sealed class BlockMerge
{
    private readonly int[] owner;
    private readonly Dictionary<int, int[]> rivals;
    private readonly Dictionary<int, Int128> room;
    private readonly int[] inside;

    private BlockMerge(int[] owner, Dictionary<int, int[]> rivals, Dictionary<int, Int128> room, int[] inside)
    {
        this.owner = owner;
        this.rivals = rivals;
        this.room = room;
        this.inside = inside;
    }

    /// <param name="first">One block.</param>
    /// <param name="second">The other one.</param>
    /// <param name="owner">The choice of each option.</param>
    /// <param name="rivals">The options that each option cannot be taken with.</param>
    /// <param name="room">What is left of each limit.</param>
    /// <param name="most">Ways that cost more are left out.</param>
    public static Block Run(
        Block first, Block second, int[] owner, Dictionary<int, int[]> rivals, Dictionary<int, Int128> room, Int128 most)
    {
        var choices = first.Choices.Concat(second.Choices).Order().ToArray();
        var merge = new BlockMerge(owner, rivals, room, choices);
        var ways = new List<Combination>();
        foreach (var one in first.Ways)
        {
            foreach (var other in second.Ways)
            {
                if (one.Cost + other.Cost <= most && !Meet(one.Barred, other.Exposed) && merge.Added(one.Shares, other.Shares) is { } shares)
                {
                    ways.Add(merge.Joined(one, other, shares));
                }
            }
        }

        return new(choices, ways.ToArray());
    }

    private Combination Joined(Combination one, Combination other, LimitShare[] shares) => new(
        Merged(one.Options, other.Options),
        one.Cost + other.Cost,
        Array.FindAll(Merged(one.Barred, other.Barred), IsOutside),
        Array.FindAll(Merged(one.Exposed, other.Exposed), option => Array.Exists(rivals[option], IsOutside)),
        shares);

    private bool IsOutside(int option) => Array.BinarySearch(inside, owner[option]) < 0;

    /// <summary>The sums for each limit, or null where one is broken.</summary>
    private LimitShare[]? Added(LimitShare[] one, LimitShare[] other)
    {
        var sums = new List<LimitShare>(one.Length + other.Length);
        var (i, j) = (0, 0);
        while (i < one.Length || j < other.Length)
        {
            var next = j == other.Length || (i < one.Length && one[i].Limit < other[j].Limit) ? one[i++]
                : i == one.Length || other[j].Limit < one[i].Limit ? other[j++]
                : new LimitShare(one[i].Limit, one[i++].Amount + other[j++].Amount);
            if (next.Amount > room[next.Limit])
            {
                return null;
            }

            sums.Add(next);
        }

        return sums.ToArray();
    }

    private static bool Meet(int[] one, int[] other)
    {
        foreach (var option in one)
        {
            if (Array.BinarySearch(other, option) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The numbers of both ascending lists, each once.</summary>
    private static int[] Merged(int[] one, int[] other)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return one.Length == 0 ? other : one;
        }

        var all = new int[one.Length + other.Length];
        var (i, j, count) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var (left, right) = (one[i], other[j]);
            all[count++] = Math.Min(left, right);
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }

        one.AsSpan(i).CopyTo(all.AsSpan(count));
        other.AsSpan(j).CopyTo(all.AsSpan(count));
        count += one.Length - i + other.Length - j;
        return count == all.Length ? all : all[..count];
    }
}
