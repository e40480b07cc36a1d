using Klotho.Analysis.Collections;

namespace Klotho.Emit.Topology.Layout;

/// <summary>A line: level stretches from its first box to its last, with curves between them, and the place of its label.</summary>
internal sealed record Route(EquatableArray<Stretch> Stretches, Area Label)
{
    public Route Moved(int x, int y) => new(Stretches.Items.Select(stretch => stretch.Moved(x, y)).ToEquatableArray(), Label.Moved(x, y));
}
