namespace Klotho.Emit.Topology.Layout;

/// <summary>Gives ordered places their heights on the page: lines as straight as they can be while nothing touches.</summary>
internal static class VerticalAlignment
{
    private const int Sweeps = 60;
    private const int BothSides = 36;
    private const double Inertia = 0.05;
    private const double MostBetweenPorts = 14;
    private const double BoxCorner = 10;

    public static void Run(LayerGrid grid)
    {
        foreach (var place in grid.Columns.SelectMany(column => column))
        {
            Ports(place);
        }

        grid.Columns.ForEach(Stack);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var both = sweep >= Sweeps - BothSides;
            var toRight = sweep % 2 == 0;
            foreach (var column in toRight ? grid.Columns : grid.Columns.AsEnumerable().Reverse())
            {
                Settle(column, left: both || toRight, right: both || !toRight);
            }
        }

        var top = grid.Columns.SelectMany(column => column).Select(place => place.Y - (place.Height / 2.0)).DefaultIfEmpty(0).Min();
        grid.Columns.ForEach(column => column.ForEach(place => place.Y -= top));
    }

    /// <summary>Spreads the lines over a box's side, in the order of their other ends.</summary>
    private static void Ports(Place place)
    {
        var left = place.Left.OrderBy(segment => segment.Left.Order).ToList();
        var right = place.Right.OrderBy(segment => segment.Right.Order).ToList();
        for (var index = 0; index < left.Count; index++)
        {
            left[index].RightPort = Port(place, index, left.Count);
        }

        for (var index = 0; index < right.Count; index++)
        {
            right[index].LeftPort = Port(place, index, right.Count);
        }
    }

    private static double Port(Place place, int index, int count) =>
        (index - ((count - 1) / 2.0)) * Math.Min(MostBetweenPorts, (place.Height - (2 * BoxCorner)) / count);

    private static void Stack(List<Place> column)
    {
        for (var index = 0; index < column.Count; index++)
        {
            column[index].Y = index == 0 ? 0 : column[index - 1].Y + column[index - 1].Above(column[index]);
        }
    }

    private static void Settle(List<Place> column, bool left, bool right)
    {
        var offsets = new double[column.Count];
        for (var index = 1; index < column.Count; index++)
        {
            offsets[index] = offsets[index - 1] + column[index - 1].Above(column[index]);
        }

        var wishes = column.Select((place, index) =>
        {
            var (wish, weight) = Wish(place, left, right);
            return (wish - offsets[index], weight);
        }).ToList();
        var fitted = MonotoneFit.Of(wishes);
        for (var index = 0; index < column.Count; index++)
        {
            column[index].Y = fitted[index] + offsets[index];
        }
    }

    /// <summary>Where the place would stand for its lines to be level.</summary>
    private static (double Wish, double Weight) Wish(Place place, bool left, bool right)
    {
        var (sum, weight) = (place.Y * Inertia, Inertia);
        foreach (var segment in left ? place.Left : [])
        {
            sum += segment.Weight * (segment.Left.Y + segment.LeftPort - segment.RightPort);
            weight += segment.Weight;
        }

        foreach (var segment in right ? place.Right : [])
        {
            sum += segment.Weight * (segment.Right.Y + segment.RightPort - segment.LeftPort);
            weight += segment.Weight;
        }

        return (sum / weight, weight);
    }
}
