using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Demands;

/// <summary>
/// How much each node is used. The application's traffic is divided among its gateways by what they expose, and flows
/// from there (see <see cref="TrafficFlow"/>); a schedule is reckoned to start its unit once a minute. Lines for one node
/// hold for it and for all that flows out of it.
/// </summary>
internal sealed class DemandMap
{
    private const decimal StartsPerSecond = 1m / 60;

    private readonly CapabilityGraph graph;
    private readonly ILookup<NodeId?, Requirement> lines;
    private readonly Demand ofApplication;
    private readonly int exposures;
    private readonly IReadOnlyDictionary<NodeId, decimal> averages;
    private readonly IReadOnlyDictionary<NodeId, decimal> peaks;

    public DemandMap(CapabilityGraph graph, IEnumerable<Requirement> requirements)
    {
        this.graph = graph;
        lines = requirements.ToLookup(requirement => requirement.Scope);
        ofApplication = RequirementLookup.Demand(new([.. lines[null].Where(line => line is not GrowthRequirement)]));
        exposures = graph.Edges.Items.Count(edge => edge.Kind == EdgeKind.Exposes);
        averages = new TrafficFlow(graph, node => Source(node, ofApplication.Average), node => Stated(node)?.Average.PerSecond).Run();
        peaks = new TrafficFlow(graph, node => Source(node, ofApplication.Peak), node => Stated(node)?.Peak.PerSecond).Run();
    }

    /// <summary>Whether some line says how much the application is used; otherwise <see cref="Demand.Assumed"/> holds.</summary>
    public bool IsStated => lines.SelectMany(scope => scope).Any(line => line is AverageTrafficRequirement or PeakTrafficRequirement);

    public Demand For(NodeId node)
    {
        var own = lines[node].ToList();
        var flowing = ofApplication with { Average = new(averages.GetValueOrDefault(node)), Peak = new(peaks.GetValueOrDefault(node)) };
        var growth = own.OfType<GrowthRequirement>().Concat(lines[null].OfType<GrowthRequirement>()).FirstOrDefault();
        var used = own.Where(line => line is not (GrowthRequirement or AverageTrafficRequirement or PeakTrafficRequirement))
            .Aggregate(flowing, (demand, line) => line.Use(demand));
        return growth?.Use(used) ?? used;
    }

    private Demand? Stated(NodeId node)
    {
        var traffic = lines[node].Where(line => line is AverageTrafficRequirement or PeakTrafficRequirement).ToList();
        return traffic.Count == 0 ? null : RequirementLookup.Demand(new([.. traffic]));
    }

    private decimal Source(NodeId node, Rate ofAll)
    {
        var outgoing = graph.From(node).ToList();
        var exposed = outgoing.Count(edge => edge.Kind == EdgeKind.Exposes);
        return exposed > 0 ? ofAll.PerSecond * exposed / exposures
            : outgoing.Any(edge => edge.Kind == EdgeKind.Triggers) ? StartsPerSecond
            : ofAll.PerSecond;
    }
}
