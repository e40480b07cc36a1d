using Klotho.Analysis.Graph;

namespace Klotho.Planning.Catalogue;

/// <summary>Two nodes whose hosting has to fit together, and the edge that makes them neighbours.</summary>
public sealed record NeighbourPair(NodeId First, NodeId Second, CapabilityEdge Edge)
{
    /// <summary>
    /// Every pair of the graph, in the order of its edges: the ends of each edge, and each gateway with each unit that handles
    /// a route of the gateway.
    /// </summary>
    public static IEnumerable<NeighbourPair> Of(CapabilityGraph graph) => graph.Edges.Items
        .Where(edge => edge.From != edge.To)
        .SelectMany(edge => edge.Kind == EdgeKind.HandledBy
            ? graph.To(edge.From).Where(exposing => exposing.Kind == EdgeKind.Exposes).Select(exposing => new NeighbourPair(exposing.From, edge.To, edge))
            : [new(edge.From, edge.To, edge)])
        .DistinctBy(pair => (pair.First, pair.Second, pair.Edge.Kind));

    /// <summary>What the two need when the one is hosted like this and the other like that.</summary>
    public static IReadOnlyList<PairNeed> Needs(Neighbour first, Neighbour second) =>
        (first.Candidate.Need(first, second), second.Candidate.Need(second, first)) switch
        {
            (null, null) => [],
            ({ } one, null) => [one],
            (null, { } other) => [other],
            ({ } one, { } other) => [one, other],
        };
}
