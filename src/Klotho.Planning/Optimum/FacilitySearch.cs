namespace Klotho.Planning.Optimum;

/// <summary>
/// Branch and bound over facilities. At each point some are open (paid for), some closed (what needs them may not be taken),
/// and the others are free of charge for the time being. What is best then is a lower bound for everything below, in cost
/// and in the order of ties. Of the undecided facilities that it uses, the first one is closed, then opened and the second one
/// closed, and so on; with all of them open the bound is attained. Opening one does not change what is best without regard to
/// facilities' prices, so that only closing one asks for a new search.
/// <para>
/// Why it is exact: follow the optimum down the tree, to "open" where it needs the facility and to "closed" where not. At
/// every point on this way what is open is a part of what the optimum needs, so the bound is no higher than its cost; it is
/// pruned only if a solution no worse is known, and the way ends where the bound is attained.
/// </para>
/// </summary>
internal sealed class FacilitySearch(ProblemTable table, BlockSearch blocks, CancellationToken cancel)
{
    private readonly FacilityState[] states = table.FacilityCost.Select(cost => cost == 0 ? FacilityState.Open : FacilityState.Undecided).ToArray();
    private readonly RelaxedSearch relaxed = new(table, blocks);
    private readonly FacilityBound bound = new(table);
    private Incumbent? best;

    /// <returns>The numbers of the options taken, or null where there is no solution.</returns>
    public int[]? Run()
    {
        Visit(Int128.Zero);
        return best?.Options;
    }

    /// <param name="paid">The cost of the open facilities.</param>
    private void Visit(Int128 paid)
    {
        cancel.ThrowIfCancellationRequested();
        var most = best is null ? Int128.MaxValue : best.Cost - paid;
        if (bound.Of(states) is not { } least || least > most || relaxed.Run(states, most) is not { } options)
        {
            return;
        }

        if (best?.IsBeatenBy(paid + OwnCost(options), options) == false)
        {
            return;
        }

        // Taken as it is and with all that it needs paid, it is a solution.
        var needed = Needed(options);
        var cost = OwnCost(options) + needed.Aggregate(Int128.Zero, (sum, facility) => sum + table.FacilityCost[facility]);
        if (best?.IsBeatenBy(cost, options) != false)
        {
            best = new(options, cost);
        }

        var undecided = needed.Where(facility => states[facility] == FacilityState.Undecided)
            .OrderByDescending(facility => table.FacilityCost[facility]).ToList();
        foreach (var facility in undecided)
        {
            states[facility] = FacilityState.Closed;
            Visit(paid);
            states[facility] = FacilityState.Open;
            paid += table.FacilityCost[facility];
        }

        // With all of them open the bound is attained, by what was found above.
        undecided.ForEach(facility => states[facility] = FacilityState.Undecided);
    }

    private Int128 OwnCost(int[] options) => options.Aggregate(Int128.Zero, (sum, option) => sum + table.Cost[option]);

    private SortedSet<int> Needed(int[] options)
    {
        var needed = new SortedSet<int>();
        foreach (var option in options)
        {
            needed.UnionWith(table.Needs[table.NeedOf[option]]);
            foreach (var partner in table.Partners[option])
            {
                if (partner.Facility >= 0 && options[table.Owner[partner.Option]] == partner.Option)
                {
                    needed.Add(partner.Facility);
                }
            }
        }

        return needed;
    }
}
