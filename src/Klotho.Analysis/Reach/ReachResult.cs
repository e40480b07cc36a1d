using System.Collections.Immutable;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Reach;

/// <summary>Which unit does what to which resource and calls which other unit, and what could not be followed.</summary>
public sealed record ReachResult(ImmutableArray<CapabilityEdge> Edges, ImmutableArray<KlothoDiagnostic> Diagnostics)
{
    /// <summary>The keys of configuration that units read, sorted.</summary>
    public EquatableArray<ConfigurationRead> ConfigurationReads { get; init; }

    /// <summary>The calls that trimmed or native code cannot have.</summary>
    public ImmutableArray<TrimObstacle> TrimObstacles { get; init; } = [];
}
