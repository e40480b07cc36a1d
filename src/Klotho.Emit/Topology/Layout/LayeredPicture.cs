using Klotho.Analysis.Collections;

namespace Klotho.Emit.Topology.Layout;

/// <summary>Draws each connected part for itself, and puts the parts into rows, the largest first.</summary>
internal static class LayeredPicture
{
    private const int Apart = 40;
    private const double WidthToHeight = 1.6;

    public static LayoutPicture Of(IReadOnlyList<LayoutBox> boxes, IReadOnlyList<LayoutLink> links)
    {
        var parts = Parts(boxes.Count, links).Select(part => Draw(part, boxes, links)).ToList();
        var areas = new Area[boxes.Count];
        var routes = new Route[links.Count];
        var room = Math.Max(
            parts.Select(part => part.Picture.Width).DefaultIfEmpty(0).Max(),
            (int)Math.Sqrt(WidthToHeight * parts.Sum(part => (double)(part.Picture.Width + Apart) * (part.Picture.Height + Apart))));
        var (x, y, row, width) = (0, 0, 0, 0);
        foreach (var part in parts.OrderByDescending(part => part.Picture.Height).ThenBy(part => part.Boxes[0]))
        {
            if (x > 0 && x + part.Picture.Width > room)
            {
                (x, y, row) = (0, y + row + Apart, 0);
            }

            foreach (var (box, area) in part.Boxes.Zip(part.Picture.Boxes.Items))
            {
                areas[box] = area.Moved(x, y);
            }

            foreach (var (link, route) in part.Links.Zip(part.Picture.Routes.Items))
            {
                routes[link] = route.Moved(x, y);
            }

            (width, row) = (Math.Max(width, x + part.Picture.Width), Math.Max(row, part.Picture.Height));
            x += part.Picture.Width + Apart;
        }

        return new(width, y + row, areas.ToEquatableArray(), routes.ToEquatableArray(), parts.Sum(part => part.Picture.Crossings));
    }

    private static (List<int> Boxes, List<int> Links, LayoutPicture Picture) Draw(List<int> part, IReadOnlyList<LayoutBox> boxes, IReadOnlyList<LayoutLink> links)
    {
        var numbers = part.Select((box, index) => (box, index)).ToDictionary(pair => pair.box, pair => pair.index);
        var own = Enumerable.Range(0, links.Count).Where(index => numbers.ContainsKey(links[index].From)).ToList();
        return (part, own, ConnectedPicture.Of(
            [.. part.Select(box => boxes[box])],
            [.. own.Select(index => links[index] with { From = numbers[links[index].From], To = numbers[links[index].To] })]));
    }

    /// <summary>The boxes that lines connect, each part sorted.</summary>
    private static List<List<int>> Parts(int boxes, IReadOnlyList<LayoutLink> links)
    {
        var root = Enumerable.Range(0, boxes).ToArray();
        foreach (var link in links)
        {
            var (first, second) = (Find(link.From), Find(link.To));
            root[Math.Max(first, second)] = Math.Min(first, second);
        }

        return [.. Enumerable.Range(0, boxes).GroupBy(Find).Select(group => group.ToList())];

        int Find(int box) => root[box] == box ? box : root[box] = Find(root[box]);
    }
}
