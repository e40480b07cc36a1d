using Klotho.Analysis.Graph;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Plans;

/// <summary>How long a part of all requests may take, at a node or (where that is null) on the way through the application.</summary>
/// <param name="Node">The node.</param>
/// <param name="Percentile">How many of a hundred: 99.</param>
/// <param name="Most">The time.</param>
public sealed record LatencyGoal(NodeId? Node, int Percentile, Duration Most);
