namespace Klotho.Planning.Optimum;

/// <summary>Choices that are decided together, and the ways to do so that could still be the best.</summary>
internal sealed class Block
{
    public Block(int[] choices, Combination[] ways)
    {
        Choices = choices;
        Ways = ways;
        var (limits, barred, exposed) = (new SortedSet<int>(), new SortedSet<int>(), new SortedSet<int>());
        foreach (var way in ways)
        {
            foreach (var share in way.Shares)
            {
                limits.Add(share.Limit);
            }

            barred.UnionWith(way.Barred);
            exposed.UnionWith(way.Exposed);
        }

        (Limits, Barred, Exposed) = ([.. limits], [.. barred], [.. exposed]);
        Least = ways.Length == 0 ? Int128.Zero : ways.Min(way => way.Cost);
    }

    /// <summary>The choices, ascending. The first one names the block.</summary>
    public int[] Choices { get; }

    public int Id => Choices[0];

    public Combination[] Ways { get; }

    /// <summary>The limits that some way adds to.</summary>
    public int[] Limits { get; }

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
}
