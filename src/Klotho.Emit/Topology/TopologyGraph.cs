using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Topology;

/// <summary>
/// What a drawing shows: the hosted nodes, and arrows between them. A node that nothing hosts (a route) is drawn as part of
/// the arrow that leads through it.
/// </summary>
internal sealed record TopologyGraph(EquatableArray<TopologyNode> Nodes, EquatableArray<TopologyEdge> Edges)
{
    private const int LabelWidth = 24;

    public static TopologyGraph Of(Plan plan, NodeFacts facts)
    {
        var nodes = plan.Decisions.Items
            .SelectMany(decision => facts.CapabilityOf(decision.Node) is { } capability
                ? new[] { new TopologyNode(decision.Node, facts.HostOf(decision), capability.Appearance) }
                : [])
            .ToEquatableArray();
        var hosted = nodes.Items.Select(node => node.Id).ToHashSet();
        var direct = plan.Graph.Edges.Items
            .Where(edge => hosted.Contains(edge.From) && hosted.Contains(edge.To) && edge.From != edge.To)
            .GroupBy(edge => (edge.From, edge.To))
            .Select(group => new TopologyEdge(group.Key.From, group.Key.To, Words(group)));
        var through = plan.Graph.Edges.Items
            .Where(edge => hosted.Contains(edge.From) && !hosted.Contains(edge.To))
            .SelectMany(edge => plan.Graph.From(edge.To).Where(next => hosted.Contains(next.To) && next.To != edge.From)
                .Select(next => (edge.From, next.To, Between: edge.To)))
            .GroupBy(path => (path.From, path.To))
            .Select(group => new TopologyEdge(group.Key.From, group.Key.To, Count(group.Select(path => path.Between).Distinct())));
        return new(nodes, direct.Concat(through).OrderBy(edge => edge.From).ThenBy(edge => edge.To).ToEquatableArray());
    }

    private static string Words(IEnumerable<CapabilityEdge> edges)
    {
        var operations = edges.SelectMany(edge => edge.Operations.Items).Select(operation => Verb(operation.Name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var text = operations.Count == 0 ? edges.First().Kind.ToString().ToLowerInvariant() : string.Join(", ", operations);
        return text.Length <= LabelWidth ? text : string.Create(CultureInfo.InvariantCulture, $"{operations.Count} operations");
    }

    private static string Verb(string operation)
    {
        var member = operation[(operation.LastIndexOf('.') + 1)..];
        var verb = member.EndsWith("Async", StringComparison.Ordinal) ? member[..^"Async".Length] : member;
        return verb.ToLowerInvariant();
    }

    private static string Count(IEnumerable<NodeId> between) => string.Join(", ", between
        .GroupBy(node => node.Kind)
        .OrderBy(group => group.Key)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key.Name}{(group.Count() == 1 ? "" : "s")}")));
}
