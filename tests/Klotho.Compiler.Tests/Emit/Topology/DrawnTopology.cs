using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Klotho.Compiler.Tests.Emit.Topology;

/// <summary>A topology as its picture shows it: where boxes and labels stand, and through which points the arrows run.</summary>
internal sealed partial class DrawnTopology
{
    private const int PointsOfCurve = 16;

    public DrawnTopology(string svg)
    {
        var root = XElement.Parse(svg);
        var all = root.Descendants().ToList();
        Width = Number(root, "width");
        Height = Number(root, "height");
        Boxes = [.. Rectangles(all, "box")];
        Labels = [.. Rectangles(all, "label")];
        Arrows = [.. all.Where(element => (string?)element.Attribute("class") == "arrow").Select(element => Points((string?)element.Attribute("d") ?? ""))];
    }

    public double Width { get; }

    public double Height { get; }

    public List<(double X, double Y, double Width, double Height)> Boxes { get; }

    /// <summary>The labels, in the order of the arrows.</summary>
    public List<(double X, double Y, double Width, double Height)> Labels { get; }

    public List<List<(double X, double Y)>> Arrows { get; }

    /// <summary>How often two arrows cross.</summary>
    public int Crossings() => Enumerable.Range(0, Arrows.Count).Sum(one => Enumerable.Range(one + 1, Arrows.Count - one - 1).Count(other => Cross(Arrows[one], Arrows[other])));

    private static bool Cross(List<(double X, double Y)> one, List<(double X, double Y)> other)
    {
        for (var a = 1; a < one.Count; a++)
        {
            var (left, right) = (Math.Min(one[a - 1].X, one[a].X), Math.Max(one[a - 1].X, one[a].X));
            for (var b = 1; b < other.Count; b++)
            {
                if (Math.Min(other[b - 1].X, other[b].X) < right && Math.Max(other[b - 1].X, other[b].X) > left &&
                    Side(one[a - 1], one[a], other[b - 1]) * Side(one[a - 1], one[a], other[b]) < 0 &&
                    Side(other[b - 1], other[b], one[a - 1]) * Side(other[b - 1], other[b], one[a]) < 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int Side((double X, double Y) from, (double X, double Y) to, (double X, double Y) point) =>
        Math.Sign(((to.X - from.X) * (point.Y - from.Y)) - ((to.Y - from.Y) * (point.X - from.X)));

    /// <summary>The points of a path of moves, curves and level lines.</summary>
    private static List<(double X, double Y)> Points(string path)
    {
        var points = new List<(double X, double Y)>();
        foreach (Match step in Step().Matches(path))
        {
            var numbers = step.Groups["numbers"].Value.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            switch (step.Groups["letter"].Value)
            {
                case "h":
                    points.Add((points[^1].X + numbers[0], points[^1].Y));
                    break;
                case "c":
                    var start = points[^1];
                    numbers = [.. numbers.Select((number, index) => number + (index % 2 == 0 ? start.X : start.Y))];
                    points.AddRange(Enumerable.Range(1, PointsOfCurve).Select(index => Curve(start, numbers, index / (double)PointsOfCurve)));
                    break;
                default:
                    points.Add((numbers[0], numbers[1]));
                    break;
            }
        }

        return points;
    }

    private static (double X, double Y) Curve((double X, double Y) start, double[] numbers, double t)
    {
        return (At(start.X, numbers[0], numbers[2], numbers[4]), At(start.Y, numbers[1], numbers[3], numbers[5]));

        double At(double from, double first, double second, double to) =>
            ((1 - t) * (1 - t) * (1 - t) * from) + (3 * (1 - t) * (1 - t) * t * first) + (3 * (1 - t) * t * t * second) + (t * t * t * to);
    }

    private static IEnumerable<(double X, double Y, double Width, double Height)> Rectangles(IEnumerable<XElement> all, string name) =>
        all.Where(element => (string?)element.Attribute("class") == name)
            .Select(element => (Number(element, "x"), Number(element, "y"), Number(element, "width"), Number(element, "height")));

    private static double Number(XElement element, string name) => double.Parse((string?)element.Attribute(name) ?? "", CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<letter>[Mch])(?<numbers>[-0-9. ]+)")]
    private static partial Regex Step();
}
