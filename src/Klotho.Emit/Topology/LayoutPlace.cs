namespace Klotho.Emit.Topology;

/// <summary>A place in a column: a node's, or one that an arrow passes (<see cref="Node"/> is null then).</summary>
internal sealed class LayoutPlace(int layer, TopologyNode? node)
{
    public int Layer { get; } = layer;

    public TopologyNode? Node { get; } = node;

    public List<LayoutPlace> Left { get; } = [];

    public List<LayoutPlace> Right { get; } = [];

    /// <summary>The position in the column, counted from its middle.</summary>
    public double Order { get; set; }

    public int X { get; set; }

    public int Y { get; set; }
}
