namespace Klotho.Emit.Topology.Layout;

/// <summary>A box to place, in pixels.</summary>
internal readonly record struct LayoutBox(int Width, int Height);
