namespace Klotho.Planning.Optimum;

/// <summary>
/// What parts of the choices cost at the least, known from the search with no facility closed: to close one forbids, and never allows,
/// so that no later search can take the same choices for less. It makes every later search short.
/// </summary>
internal sealed class PartFloors(ProblemTable table)
{
    private readonly List<(int[] Choices, Int128 Cost)> parts = [];
    private readonly int[] partOf = Enumerable.Repeat(-1, table.Choices).ToArray();

    /// <summary>Notes the least cost of some choices. Those of two calls do not overlap.</summary>
    public void Add(int[] choices, Int128 cost)
    {
        foreach (var choice in choices)
        {
            partOf[choice] = parts.Count;
        }

        parts.Add((choices, cost));
    }

    /// <summary>How much more than their cheapest options these choices cost at the least.</summary>
    public Int128 Extra(int[] choices, int[] cheapest)
    {
        var extra = Int128.Zero;
        foreach (var group in choices.Where(choice => partOf[choice] >= 0).GroupBy(choice => partOf[choice]))
        {
            var (whole, cost) = parts[group.Key];
            if (group.Count() == whole.Length)
            {
                extra += Int128.Max(0, whole.Aggregate(cost, (left, choice) => left - table.Cost[cheapest[choice]]));
            }
        }

        return extra;
    }
}
