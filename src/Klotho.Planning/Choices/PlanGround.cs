using System.Collections.Concurrent;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Facts;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Choices;

/// <summary>What a plan rests on whatever the lines say: the code's graph, the catalogue, and the figures of the region.</summary>
internal sealed class PlanGround(CapabilityGraph graph, PlanningCatalogue catalogue, RegionFacts facts, ClusterSettings cluster)
{
    private readonly ConcurrentDictionary<FacilityId, Facility> facilities = [];

    public CapabilityGraph Graph => graph;

    public PlanningCatalogue Catalogue => catalogue;

    public RegionFacts Facts => facts;

    public ClusterSettings Cluster => cluster;

    /// <summary>The nodes that need hosting, sorted.</summary>
    public IReadOnlyList<(CapabilityNode Node, HostedCapability Capability)> Hosted { get; private init; } =
    [
        .. from node in graph.Nodes.Items.OrderBy(node => node.Id)
           let capability = catalogue.For(node.Id.Kind)
           where capability is not null
           select (node, capability),
    ];

    /// <summary>The same with only these nodes to be hosted; the whole graph still says how much they are used.</summary>
    public PlanGround Only(IReadOnlySet<NodeId> nodes) => new(graph, catalogue, facts, cluster) { Hosted = [.. Hosted.Where(hosted => nodes.Contains(hosted.Node.Id))] };

    /// <summary>What a facility is and costs in the region.</summary>
    public Facility Find(FacilityId id) => facilities.GetOrAdd(id, static (id, facts) => FacilityCatalogue.Find(id, facts), Facts);
}
