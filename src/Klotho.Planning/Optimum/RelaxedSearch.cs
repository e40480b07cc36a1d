namespace Klotho.Planning.Optimum;

/// <summary>
/// The best way to take options when facilities cost nothing but some are closed. The cheapest option of every choice is the
/// answer wherever it breaks no rule and no limit. Elsewhere the choices that hang together are searched, apart from the rest.
/// </summary>
internal sealed class RelaxedSearch(ProblemTable table, BlockSearch blocks)
{
    /// <param name="states">What is decided about facilities.</param>
    /// <param name="most">Only what costs no more than this is asked for.</param>
    /// <returns>The option of each choice; null where nothing satisfies all and costs no more.</returns>
    public int[]? Run(FacilityState[] states, Int128 most)
    {
        var view = new RelaxedView(table, states);
        if (!view.IsPossible)
        {
            return null;
        }

        var options = (int[])view.Cheapest.Clone();
        var cost = options.Aggregate(Int128.Zero, (sum, option) => sum + table.Cost[option]);
        if (cost > most || view.IsSound(options))
        {
            return cost > most ? null : options;
        }

        var fabric = new Fabric(table, view);
        if (!fabric.IsPossible)
        {
            return null;
        }

        foreach (var system in fabric.BrokenParts())
        {
            var before = system.Least;
            if (blocks.Run(system, most - cost + before) is not { } found)
            {
                return null;
            }

            cost += found.Cost - before;
            foreach (var option in found.Options)
            {
                options[table.Owner[option]] = option;
            }
        }

        return options;
    }
}
