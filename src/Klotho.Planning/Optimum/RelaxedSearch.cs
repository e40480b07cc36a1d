namespace Klotho.Planning.Optimum;

/// <summary>
/// The best way to take options when facilities cost nothing but some are closed. The cheapest option of every choice is the
/// answer wherever it breaks no rule and no limit. Elsewhere the choices that hang together are searched, apart from the rest.
/// </summary>
internal sealed class RelaxedSearch(ProblemTable table, BlockSearch blocks)
{
    private readonly PartFloors floors = new(table);
    private bool isFirst = true;

    /// <summary>The first search has to be the one with nothing closed: the others build on it.</summary>
    /// <param name="states">What is decided about facilities.</param>
    /// <param name="most">Only what costs no more than this is asked for.</param>
    /// <returns>The option of each choice; null where nothing satisfies all and costs no more.</returns>
    public int[]? Run(FacilityState[] states, Int128 most)
    {
        var found = Find(states, most);
        isFirst = false;
        return found;
    }

    private int[]? Find(FacilityState[] states, Int128 most)
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

        return Repair(options, fabric, most - cost) ? options : null;
    }

    /// <summary>Searches the broken parts, the small ones first: they may show that the large ones need no search.</summary>
    /// <param name="options">The cheapest options; the parts' best ones take their places.</param>
    /// <param name="fabric">Which parts there are.</param>
    /// <param name="spare">How much more than the cheapest options may be spent on all parts together.</param>
    private bool Repair(int[] options, Fabric fabric, Int128 spare)
    {
        var parts = fabric.BrokenParts().OrderBy(choices => choices.Length)
            .Select(choices => (Choices: choices, Extra: floors.Extra(choices, options))).ToList();
        parts.ForEach(part => spare -= part.Extra);
        if (spare < 0)
        {
            return false;
        }

        foreach (var (choices, extra) in parts)
        {
            var system = fabric.SystemOf(choices);
            var least = system.Least;
            spare += extra;
            if (blocks.Run(system, least + spare) is not { } found)
            {
                return false;
            }

            spare -= found.Cost - least;
            found.Options.ToList().ForEach(option => options[table.Owner[option]] = option);
            if (isFirst)
            {
                floors.Add(choices, found.Cost);
            }
        }

        return true;
    }
}
