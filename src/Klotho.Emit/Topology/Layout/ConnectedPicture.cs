using Klotho.Analysis.Collections;

namespace Klotho.Emit.Topology.Layout;

/// <summary>Draws boxes that lines connect: layers from left to right, each line through places of its own.</summary>
internal static class ConnectedPicture
{
    private const int LeastGap = 34;
    private const int MostGap = 120;
    private const int HeightToGap = 5;

    private const double WidthToHeight = 1.6;

    // What a line that leads back, or one that crosses another, may cost in width or height, in pixels.
    private const int PerReturn = 25;
    private const int PerCrossing = 6;

    /// <summary>The handiest of the pictures that there are.</summary>
    public static LayoutPicture Of(IReadOnlyList<LayoutBox> boxes, IReadOnlyList<LayoutLink> links) =>
        LayerAssignment.All(boxes.Count, links)
            .Select(layers => (Picture: Draw(boxes, links, layers), Returns: layers.Backwards.Count(back => back)))
            .MinBy(drawn => Math.Max(drawn.Picture.Width / WidthToHeight, drawn.Picture.Height) + (drawn.Returns * PerReturn) + (drawn.Picture.Crossings * PerCrossing))
            .Picture;

    private static LayoutPicture Draw(IReadOnlyList<LayoutBox> boxes, IReadOnlyList<LayoutLink> links, LayerAssignment layers)
    {
        var grid = new LayerGrid(boxes, links, layers);
        var crossings = CrossingReduction.Run(grid);
        VerticalAlignment.Run(grid);
        var columns = Columns(grid, boxes, links);
        var areas = boxes.Select((box, index) => Box(grid.Boxes[index], columns[grid.Boxes[index].Column])).ToEquatableArray();
        var routes = links.Select((link, index) => Line(grid, index, link, columns)).ToEquatableArray();
        var height = grid.Columns.SelectMany(column => column).Max(place => Whole(place.Y + (place.Height / 2.0)));
        return new(columns[^1].Right, height, areas, routes, crossings);
    }

    /// <summary>Where each column begins and how wide it is; the gaps between are wider where lines climb further.</summary>
    private static Area[] Columns(LayerGrid grid, IReadOnlyList<LayoutBox> boxes, IReadOnlyList<LayoutLink> links)
    {
        var widths = new int[grid.Columns.Count];
        foreach (var (place, box) in grid.Boxes.Zip(boxes))
        {
            widths[place.Column] = Math.Max(widths[place.Column], box.Width);
        }

        foreach (var (label, link) in grid.Labels.Zip(links))
        {
            widths[label.Column] = Math.Max(widths[label.Column], link.LabelWidth);
        }

        var columns = new Area[widths.Length];
        for (var index = 0; index < widths.Length; index++)
        {
            columns[index] = new(index == 0 ? 0 : columns[index - 1].Right + Gap(grid.Columns[index - 1]), 0, widths[index], 0);
        }

        return columns;
    }

    private static int Gap(List<Place> before) => Math.Clamp(
        Whole(before.SelectMany(place => place.Right).Select(segment => Math.Abs(Begin(segment) - End(segment))).DefaultIfEmpty(0).Max()) / HeightToGap,
        LeastGap,
        MostGap);

    /// <summary>A box is as wide as its column, so that lines begin and end at one height above each other.</summary>
    private static Area Box(Place place, Area column) =>
        new(column.X, Whole(place.Y - (place.Height / 2.0)), column.Width, place.Height);

    private static Route Line(LayerGrid grid, int index, LayoutLink link, Area[] columns)
    {
        var path = grid.Paths[index];
        var segments = path[..^1].Select((place, step) => place.Right.First(segment => segment.Right == path[step + 1])).ToList();
        List<Stretch> stretches = [new(columns[path[0].Column].Right, columns[path[0].Column].Right, Whole(Begin(segments[0])))];
        stretches.AddRange(path[1..^1].Select(place => new Stretch(columns[place.Column].X, columns[place.Column].Right, Whole(place.Y))));
        stretches.Add(new(columns[path[^1].Column].X, columns[path[^1].Column].X, Whole(End(segments[^1]))));
        if (grid.Backwards[index])
        {
            stretches = [.. stretches.AsEnumerable().Reverse().Select(stretch => new Stretch(stretch.To, stretch.From, stretch.Y))];
        }

        var label = grid.Labels[index];
        var column = columns[label.Column];
        return new(stretches.ToEquatableArray(), new(
            column.X + ((column.Width - link.LabelWidth) / 2), Whole(label.Y) - (link.LabelHeight / 2), link.LabelWidth, link.LabelHeight));
    }

    private static double Begin(Segment segment) => segment.Left.Y + segment.LeftPort;

    private static double End(Segment segment) => segment.Right.Y + segment.RightPort;

    private static int Whole(double number) => (int)Math.Round(number, MidpointRounding.AwayFromZero);
}
