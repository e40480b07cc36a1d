namespace Klotho.Emit.Topology.Layout;

/// <summary>
/// Columns of places: boxes in the even ones, labels in the odd ones. A line takes a place in every column between its
/// boxes, so that it runs through no box and no label of another.
/// </summary>
internal sealed class LayerGrid
{
    private const int LineHeight = 8;

    public LayerGrid(IReadOnlyList<LayoutBox> boxes, IReadOnlyList<LayoutLink> links, LayerAssignment layers)
    {
        Columns = [.. Enumerable.Range(0, (layers.Layers.DefaultIfEmpty(0).Max() * 2) + 1).Select(_ => new List<Place>())];
        Boxes = boxes.Select((box, index) => new Place(layers.Layers[index] * 2, box.Height, index)).ToArray();
        Paths = links.Select((link, index) => Path(link, layers.Backwards[index])).ToArray();
        Labels = Paths.Select((path, index) => layers.Backwards[index] ? path[1] : path[^2]).ToArray();
        Backwards = layers.Backwards;
        Fill();
    }

    /// <summary>The places of each column from top to bottom.</summary>
    public List<List<Place>> Columns { get; }

    /// <summary>The place of each box.</summary>
    public Place[] Boxes { get; }

    /// <summary>The places of each line from left to right, its boxes included.</summary>
    public Place[][] Paths { get; }

    /// <summary>The place of each line's label: beside the box to which the line leads.</summary>
    public Place[] Labels { get; }

    /// <summary>Whether a line leads from right to left.</summary>
    public bool[] Backwards { get; }

    private Place[] Path(LayoutLink link, bool backwards)
    {
        var (first, last) = backwards ? (Boxes[link.To], Boxes[link.From]) : (Boxes[link.From], Boxes[link.To]);
        var label = backwards ? first.Column + 1 : last.Column - 1;
        var between = Enumerable.Range(first.Column + 1, last.Column - first.Column - 1)
            .Select(column => new Place(column, column == label ? link.LabelHeight : LineHeight, null));
        Place[] path = [first, .. between, last];
        for (var index = 1; index < path.Length; index++)
        {
            var segment = new Segment(path[index - 1], path[index]);
            path[index - 1].Right.Add(segment);
            path[index].Left.Add(segment);
        }

        return path;
    }

    /// <summary>Fills the columns in the order in which a walk along the lines meets the places: a first order with few crossings.</summary>
    private void Fill()
    {
        var met = new HashSet<Place>();
        foreach (var start in Boxes.OrderBy(place => place.Column).ThenBy(place => place.Box))
        {
            Visit(start);
        }

        void Visit(Place place)
        {
            if (met.Add(place))
            {
                place.Order = Columns[place.Column].Count;
                Columns[place.Column].Add(place);
                place.Right.ForEach(segment => Visit(segment.Right));
            }
        }
    }
}
