namespace Klotho.Planning.Optimum;

/// <summary>Choices that are decided together, and the ways to do so that could still be the best.</summary>
internal sealed class Block
{
    public Block(int[] choices, Combination[] ways)
    {
        Choices = choices;
        Ways = ways;
        Limits = ways.SelectMany(way => way.Shares).Select(share => share.Limit).Distinct().Order().ToArray();
        Barred = ways.SelectMany(way => way.Barred).Distinct().Order().ToArray();
        Exposed = ways.SelectMany(way => way.Exposed).Distinct().Order().ToArray();
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

    /// <summary>How much ties it to the others.</summary>
    public int Ties => Limits.Length + Barred.Length;
}
