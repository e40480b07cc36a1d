using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Facts;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Catalogue;

/// <summary>What a candidate works with when it says in which ways it can host a node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Graph">The whole graph.</param>
/// <param name="Demand">How much the node is used.</param>
/// <param name="Wish">Sizes that requirements ask for; a candidate offers variants of at least these where it has any.</param>
/// <param name="Written">Parameters that directives fix for this candidate; no variant may differ from them.</param>
/// <param name="Facts">Prices, latencies and promises in the plan's region.</param>
public sealed record VariantContext(
    CapabilityNode Node,
    CapabilityGraph Graph,
    Demand Demand,
    Wish Wish,
    EquatableArray<VariantParameter> Written,
    RegionFacts Facts)
{
    /// <summary>Where the cluster comes from, for what runs in one.</summary>
    public ClusterSettings Cluster { get; init; } = ClusterSettings.Own;

    /// <summary>The value that a directive fixes, or null.</summary>
    public ParameterValue? Fixed(string parameter) => Written.Items.FirstOrDefault(value => value.Name == parameter)?.Value;
}
