namespace Klotho.Emit.Topology.Layout;

/// <summary>The part of a line between two neighbouring columns.</summary>
internal sealed class Segment(Place left, Place right)
{
    // A bend in the middle of a long line disturbs more than one beside a box.
    private const double Straightness = 6;

    public Place Left { get; } = left;

    public Place Right { get; } = right;

    /// <summary>How far from the middle of the left place the line begins.</summary>
    public double LeftPort { get; set; }

    /// <summary>How far from the middle of the right place the line ends.</summary>
    public double RightPort { get; set; }

    public double Weight => Left.Box is null && Right.Box is null ? Straightness : 1;
}
