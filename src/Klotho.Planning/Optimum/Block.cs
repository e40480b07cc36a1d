namespace Klotho.Planning.Optimum;

/// <summary>Choices that are decided together, and the ways to do so that could still be the best.</summary>
internal sealed class Block
{
    public Block(int[] choices, Combination[] ways)
    {
        Choices = choices;
        Ways = ways;
        (Limits, Largest) = LimitsOf(ways);
        Barred = Union(Array.ConvertAll(ways, static way => way.Barred));
        Exposed = Union(Array.ConvertAll(ways, static way => way.Exposed));
        Least = LeastOf(ways);
    }

    /// <summary>The choices, ascending. The first one names the block.</summary>
    public int[] Choices { get; }

    public int Id => Choices[0];

    public Combination[] Ways { get; }

    /// <summary>The limits that some way adds to.</summary>
    public int[] Limits { get; }

    /// <summary>The most that any way adds to each of <see cref="Limits"/>.</summary>
    public Int128[] Largest { get; }

    /// <summary>The options outside the block that some way rules out.</summary>
    public int[] Barred { get; }

    /// <summary>Its own options that rule out one outside.</summary>
    public int[] Exposed { get; }

    /// <summary>The cost of the cheapest way.</summary>
    public Int128 Least { get; }

    /// <summary>Whether no way can be replaced by another one, as far as was known when they were last looked at.</summary>
    public bool IsTrimmed { get; init; }

    /// <summary>How much ties it to the others.</summary>
    public int Ties => Limits.Length + Barred.Length;

    private static Int128 LeastOf(Combination[] ways)
    {
        var least = ways.Length == 0 ? Int128.Zero : ways[0].Cost;
        foreach (var way in ways)
        {
            least = Int128.Min(least, way.Cost);
        }

        return least;
    }

    private static (int[] Limits, Int128[] Largest) LimitsOf(Combination[] ways)
    {
        if (Array.TrueForAll(ways, static way => way.Shares.Length == 0))
        {
            return ([], []);
        }

        var limits = Union(Array.ConvertAll(ways, static way => Array.ConvertAll(way.Shares, static share => share.Limit)));
        var largest = new Int128[limits.Length];
        foreach (var way in ways)
        {
            foreach (var share in way.Shares)
            {
                var at = Array.BinarySearch(limits, share.Limit);
                largest[at] = Int128.Max(share.Amount, largest[at]);
            }
        }

        return (limits, largest);
    }

    /// <summary>All that these lists have, once each, ascending.</summary>
    private static int[] Union(int[][] lists)
    {
        if (Array.TrueForAll(lists, static list => list.Length == 0))
        {
            return [];
        }

        int[] all = [.. lists.SelectMany(static list => list)];
        Array.Sort(all);
        var count = 0;
        foreach (var item in all)
        {
            if (count == 0 || all[count - 1] != item)
            {
                all[count++] = item;
            }
        }

        return count == all.Length ? all : all[..count];
    }
}
