using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Costs;
using Klotho.Planning.Facts;

namespace Klotho.Planning.Plans;

/// <summary>
/// How the whole graph is hosted: one decision per node that needs hosting, sorted by node.
/// <paramref name="Graph"/> is the graph that was planned, so that the emitter takes one input.
/// </summary>
public sealed record Plan(CapabilityGraph Graph, string Provider, EquatableArray<Decision> Decisions)
{
    /// <summary>What nodes share, each once, sorted by its id.</summary>
    public EquatableArray<SharedFacility> Shared { get; init; }

    /// <summary>What the whole plan costs: every decision and every shared facility.</summary>
    public CostEstimate Cost { get; init; } = CostEstimate.Nothing;

    /// <summary>What every figure of the plan rests on, as sentences: the region, the traffic where none is stated, the age of prices.</summary>
    public EquatableArray<string> Assumptions { get; init; }

    /// <summary>The region, where klotho.yaml names or requires one; otherwise the deployment does.</summary>
    public RegionName? Region { get; init; }

    /// <summary>The existing resources that host nodes from now on, sorted by node.</summary>
    public EquatableArray<ImportedResource> Imports { get; init; }

    /// <summary>What the deployed application is watched for.</summary>
    public PlanGoals Goals { get; init; } = PlanGoals.None;

    /// <summary>Where the Kubernetes cluster comes from, where the plan needs one.</summary>
    public ClusterSettings Cluster { get; init; } = ClusterSettings.Own;

    /// <summary>Whether the deployed application is watched.</summary>
    public MonitoringSettings Monitoring { get; init; } = MonitoringSettings.Everything;

    public Decision? For(NodeId node) => Decisions.FindSorted(node, decision => decision.Node);
}
