namespace Klotho.Emit.Topology.Layout;

/// <summary>A rectangle, in pixels from the top left.</summary>
internal readonly record struct Area(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public int Middle => Y + (Height / 2);

    public Area Moved(int x, int y) => this with { X = X + x, Y = Y + y };
}
