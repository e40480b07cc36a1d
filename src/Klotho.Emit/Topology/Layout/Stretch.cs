namespace Klotho.Emit.Topology.Layout;

/// <summary>A level part of a line; <paramref name="From"/> is where the line enters it, to the right of <paramref name="To"/> in lines that run back.</summary>
internal readonly record struct Stretch(int From, int To, int Y)
{
    public Stretch Moved(int x, int y) => new(From + x, To + x, Y + y);
}
