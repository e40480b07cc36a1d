namespace Klotho.Planning.Optimum;

/// <summary>
/// A lower bound on the cost of all that is not paid for yet, in one pass: every choice takes its cheapest option, and each
/// undecided facility that they use costs what is less, its price or what doing without it would add.
/// <para>
/// Why it holds: a choice counts for one facility only. If that facility is closed, the choice pays at least the difference
/// to its cheapest option without it; if it is open, its price is paid. So each facility adds at least the lesser of both.
/// </para>
/// </summary>
internal sealed class FacilityBound(ProblemTable table)
{
    /// <returns>Null where a choice has no option left.</returns>
    public Int128? Of(FacilityState[] states)
    {
        var allowed = table.Needs.Select(need => need.All(facility => states[facility] != FacilityState.Closed)).ToArray();
        var added = new Int128[states.Length];
        var least = Int128.Zero;
        for (var choice = 0; choice < table.Choices; choice++)
        {
            if (Cheapest(choice, allowed, -1) is not { } cheapest)
            {
                return null;
            }

            least += table.Cost[cheapest];
            var need = table.Needs[table.NeedOf[cheapest]];
            var facility = Array.FindIndex(need, one => states[one] == FacilityState.Undecided && added[one] < table.FacilityCost[one]);
            if (facility >= 0)
            {
                facility = need[facility];
                added[facility] = Cheapest(choice, allowed, facility) is { } without
                    ? Int128.Min(table.FacilityCost[facility], added[facility] + table.Cost[without] - table.Cost[cheapest])
                    : table.FacilityCost[facility];
            }
        }

        return added.Aggregate(least, (sum, cost) => sum + cost);
    }

    private int? Cheapest(int choice, bool[] allowed, int without)
    {
        int? cheapest = null;
        for (var option = table.First[choice]; option < table.First[choice + 1]; option++)
        {
            var need = table.NeedOf[option];
            if (allowed[need]
                && (cheapest is null || table.Cost[option] < table.Cost[cheapest.Value])
                && (without < 0 || Array.IndexOf(table.Needs[need], without) < 0))
            {
                cheapest = option;
            }
        }

        return cheapest;
    }
}
