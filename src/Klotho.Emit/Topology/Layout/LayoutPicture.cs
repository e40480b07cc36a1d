using Klotho.Analysis.Collections;

namespace Klotho.Emit.Topology.Layout;

/// <summary>Where everything stands: a place for each box and a route for each link, in the order in which they were given.</summary>
/// <param name="Width">Of the whole picture.</param>
/// <param name="Height">Of the whole picture.</param>
/// <param name="Boxes">One for each box.</param>
/// <param name="Routes">One for each link.</param>
/// <param name="Crossings">How often two lines cross.</param>
internal sealed record LayoutPicture(int Width, int Height, EquatableArray<Area> Boxes, EquatableArray<Route> Routes, int Crossings);
