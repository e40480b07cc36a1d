namespace Klotho.Planning.Optimum;

/// <summary>A solution found: the options taken, by number and so in the order of choices, and what they cost with all they need.</summary>
internal sealed record Incumbent(int[] Options, Int128 Cost)
{
    /// <summary>Whether something of this cost that takes these options, or no cheaper and none before them, could be better.</summary>
    public bool IsBeatenBy(Int128 cost, int[] options) =>
        cost < Cost || (cost == Cost && options.AsSpan().SequenceCompareTo(Options) < 0);
}
