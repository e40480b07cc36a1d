using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Topology.Graphs;

/// <summary>
/// What a drawing shows: the hosted nodes, and what happens between them. A node that nothing hosts (a route) is drawn as part
/// of the arrow that leads through it.
/// </summary>
internal sealed record TopologyGraph(string App, EquatableArray<TopologyNode> Nodes, EquatableArray<TopologyEdge> Edges)
{
    /// <summary>What the drawing shows, for its title.</summary>
    public string Subject { get; private init; } = "what runs where and who touches what";

    /// <summary>Where every node is told, for a drawing that shows fewer.</summary>
    public string Complete { get; private init; } = "topology.json";

    public static TopologyGraph Of(Plan plan, NodeFacts facts) => Of(
        plan.Graph,
        plan.Decisions.Items.SelectMany(decision => facts.CapabilityOf(decision.Node) is { } capability
            ? new[] { new TopologyNode(decision.Node, decision.Type, facts.HostOf(decision), capability.Appearance) }
            : []));

    /// <summary>Before anything is planned: each node is shown as what it is, since nothing hosts it yet.</summary>
    public static TopologyGraph Of(CapabilityGraph graph, EquatableArray<Capability> capabilities) => Of(
        graph,
        graph.Nodes.Items.SelectMany(node => capabilities.Items.Where(capability => capability.Hosting.Kind == node.Id.Kind)
            .Select(capability => new TopologyNode(node.Id, new(node.Id.Kind.Name), capability.Appearance.Noun, capability.Appearance)))) with
    {
        Subject = "what it needs and who touches what",
        Complete = "--format json",
    };

    private static TopologyGraph Of(CapabilityGraph graph, IEnumerable<TopologyNode> shown)
    {
        var nodes = shown.ToEquatableArray();
        var hosted = nodes.Items.Select(node => node.Id).ToHashSet();
        var direct = graph.Edges.Items
            .Where(edge => hosted.Contains(edge.From) && hosted.Contains(edge.To) && edge.From != edge.To)
            .GroupBy(edge => (edge.From, edge.To))
            .Select(group => new TopologyEdge(group.Key.From, group.Key.To, group.Min(edge => edge.Kind), Words(group)));
        var through = graph.Edges.Items
            .Where(edge => hosted.Contains(edge.From) && !hosted.Contains(edge.To))
            .SelectMany(edge => graph.From(edge.To).Where(next => hosted.Contains(next.To) && next.To != edge.From)
                .Select(next => (edge.From, next.To, Between: edge.To, next.Kind)))
            .GroupBy(path => (path.From, path.To))
            .Select(group => new TopologyEdge(group.Key.From, group.Key.To, group.Min(path => path.Kind), Count(group.Select(path => path.Between).Distinct())));
        return new(graph.App.Value, nodes, direct.Concat(through).OrderBy(edge => edge.From).ThenBy(edge => edge.To).ToEquatableArray());
    }

    private static EquatableArray<string> Words(IEnumerable<CapabilityEdge> edges)
    {
        var verbs = edges.SelectMany(edge => edge.Operations.Items).Select(operation => Verb(operation.Name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return verbs.Count > 0 ? verbs.ToEquatableArray() : new([edges.Min(edge => edge.Kind).ToString().ToLowerInvariant()]);
    }

    private static string Verb(string operation)
    {
        var member = operation[(operation.LastIndexOf('.') + 1)..];
        var verb = member.EndsWith("Async", StringComparison.Ordinal) ? member[..^"Async".Length] : member;
        return verb.ToLowerInvariant();
    }

    private static EquatableArray<string> Count(IEnumerable<NodeId> between) => between
        .GroupBy(node => node.Kind)
        .OrderBy(group => group.Key)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key.Name}{(group.Count() == 1 ? "" : "s")}"))
        .ToEquatableArray();
}
