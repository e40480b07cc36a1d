namespace Klotho.Emit.Topology.Layout;

/// <summary>What takes room in a column: a box, a label, or a line that passes.</summary>
internal sealed class Place(int column, int height, int? box)
{
    private const int BetweenBoxes = 26;
    private const int BesideBox = 16;
    private const int BetweenLines = 6;

    public int Column { get; } = column;

    public int Height { get; } = height;

    /// <summary>The box's number; null for a label or a line that passes.</summary>
    public int? Box { get; } = box;

    /// <summary>What leads here from the column to the left.</summary>
    public List<Segment> Left { get; } = [];

    /// <summary>What leads from here to the column to the right.</summary>
    public List<Segment> Right { get; } = [];

    /// <summary>The position in the column, from the top.</summary>
    public int Order { get; set; }

    /// <summary>The middle's distance from the top.</summary>
    public double Y { get; set; }

    /// <summary>How far the middle must at least be above that of the place below.</summary>
    public double Above(Place below) => ((Height + below.Height) / 2.0) + (Box, below.Box) switch
    {
        (null, null) => BetweenLines,
        (not null, not null) => BetweenBoxes,
        _ => BesideBox,
    };
}
