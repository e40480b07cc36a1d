using Klotho.Analysis.Graph;
using Klotho.Emit;
using Klotho.Planning.Plans;

namespace Klotho.Cli.Compile;

/// <summary>A node with how it is hosted and why, and what it has to do with the others.</summary>
internal sealed record HostedNode(NodeId Id, string Type, string Host, string Reason, string Origin, IReadOnlyList<string> Work)
{
    /// <summary>What each kind of edge means for the unit at one of its ends.</summary>
    private static readonly (EdgeKind Kind, bool Inwards, string Verb)[] Relations =
    [
        (EdgeKind.HandledBy, true, "answers"),
        (EdgeKind.Delivers, true, "handles"),
        (EdgeKind.Triggers, true, "runs"),
        (EdgeKind.Calls, true, "is called by"),
        (EdgeKind.Publishes, false, "publishes"),
        (EdgeKind.Uses, false, "uses"),
        (EdgeKind.Calls, false, "calls"),
    ];

    public static HostedNode Of(Decision decision, CapabilityGraph graph) =>
        new(
            decision.Node,
            decision.Type.Name,
            CapabilityCatalogue.All.Planning.For(decision.Node.Kind)?.Find(decision.Type.Name)?.Title ?? decision.Type.Name,
            decision.Reason,
            decision.Origin.ToString(),
            Relations.Select(relation => Describe(decision.Node, graph, relation)).OfType<string>().ToList());

    private static string? Describe(NodeId node, CapabilityGraph graph, (EdgeKind Kind, bool Inwards, string Verb) relation)
    {
        var others = (relation.Inwards ? graph.To(node) : graph.From(node))
            .Where(edge => edge.Kind == relation.Kind)
            .Select(edge => relation.Inwards ? edge.From : edge.To)
            .Distinct().Order().ToList();
        return others switch
        {
            [] => null,
            { Count: > 4 } => $"{relation.Verb} {others.Count} {others[0].Kind.Name.Replace('_', ' ')}s",
            _ => $"{relation.Verb} {string.Join(", ", others.Select(other => other.Name))}",
        };
    }
}
