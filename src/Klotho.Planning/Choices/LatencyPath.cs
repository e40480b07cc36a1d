using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Choices;

/// <summary>
/// What one request passes while somebody waits, and how long it may take. The percentiles of the parts are added up,
/// which is at least the percentile of their sum for what is as skewed as response times are.
/// </summary>
/// <param name="Requirement">The line that limits it.</param>
/// <param name="Nodes">What it passes, in order: a gateway, the unit, what that uses once each; or one node alone.</param>
/// <param name="Choices">The same as indexes of the model's choices.</param>
/// <param name="Work">What the application's own code takes on it, whatever hosts it.</param>
internal sealed record LatencyPath(LatencyRequirement Requirement, EquatableArray<NodeId> Nodes, EquatableArray<int> Choices, Duration Work)
{
    /// <summary>What is left for the hosts; below nothing where the work alone takes too long.</summary>
    public long Most => Requirement.Most.Microseconds - Work.Microseconds;

    /// <summary>What an option adds.</summary>
    public long Amount(PlanOption option) => Figure(option.Variant.Traits.Latency).Microseconds;

    private Duration Figure(LatencyFigures latency) => Requirement.Percentile switch
    {
        Percentile.P50 => latency.P50,
        Percentile.P95 => latency.P95,
        _ => latency.P99,
    };
}
