namespace Klotho.Emit.Topology.Layout;

/// <summary>
/// Orders the places of each column so that few lines cross: to and fro, each place moves to the middle of its neighbours,
/// then neighbours change places where that helps. The best order that was seen is kept.
/// </summary>
internal static class CrossingReduction
{
    private const int Sweeps = 28;
    private const int Patience = 10;
    private const int Swaps = 8;

    public static int Run(LayerGrid grid)
    {
        var best = CrossingCount.Of(grid);
        var order = Orders(grid);
        for (var (sweep, idle) = (0, 0); sweep < Sweeps && idle < Patience && best > 0; sweep++)
        {
            Sweep(grid, toRight: sweep % 2 == 0, upperFirst: sweep / 2 % 2 == 0);
            Swap(grid);
            var count = CrossingCount.Of(grid);
            idle = count < best ? 0 : idle + 1;
            if (count < best)
            {
                (best, order) = (count, Orders(grid));
            }
        }

        foreach (var (column, kept) in grid.Columns.Zip(order))
        {
            Set(column, kept);
        }

        return best;
    }

    private static List<List<Place>> Orders(LayerGrid grid) => [.. grid.Columns.Select(column => column.ToList())];

    private static void Sweep(LayerGrid grid, bool toRight, bool upperFirst)
    {
        foreach (var column in toRight ? grid.Columns : grid.Columns.AsEnumerable().Reverse())
        {
            Set(column, column
                .Select(place => (Place: place, Middle: Middle(place, toRight)))
                .OrderBy(item => item.Middle)
                // Equal ones change places in every other sweep: staying as they are may keep a crossing for good.
                .ThenBy(item => upperFirst ? item.Place.Order : -item.Place.Order)
                .Select(item => item.Place).ToList());
        }
    }

    private static double Middle(Place place, bool toRight)
    {
        var neighbours = toRight ? place.Left.Select(segment => segment.Left.Order) : place.Right.Select(segment => segment.Right.Order);
        return neighbours.Select(order => (double)order).DefaultIfEmpty(place.Order).Average();
    }

    private static void Swap(LayerGrid grid)
    {
        var better = true;
        for (var round = 0; round < Swaps && better; round++)
        {
            better = false;
            foreach (var column in grid.Columns)
            {
                for (var index = 1; index < column.Count; index++)
                {
                    if (CrossingCount.GainOfSwap(column[index - 1], column[index]) > 0)
                    {
                        (column[index - 1], column[index]) = (column[index], column[index - 1]);
                        (column[index - 1].Order, column[index].Order) = (index - 1, index);
                        better = true;
                    }
                }
            }
        }
    }

    private static void Set(List<Place> column, List<Place> order)
    {
        for (var index = 0; index < order.Count; index++)
        {
            column[index] = order[index];
            order[index].Order = index;
        }
    }
}
