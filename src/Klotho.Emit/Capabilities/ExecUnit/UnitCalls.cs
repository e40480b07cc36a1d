using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>Calls between units, and those that their hosts cannot serve.</summary>
internal static class UnitCalls
{
    /// <summary>Whether another unit calls this one.</summary>
    public static bool IsCalled(NodeLowering node) =>
        node.Context.Graph.To(node.Id).Any(edge => edge.Kind == EdgeKind.Calls && edge.From != node.Id);

    /// <summary>Whether the unit calls another one.</summary>
    public static bool Calls(NodeLowering node) => CallsFrom(node.Context.Graph, node.Id).Any();

    public static IEnumerable<KlothoDiagnostic> Check(NodeLowering node)
    {
        var graph = node.Context.Graph;
        foreach (var call in CallsFrom(graph, node.Id))
        {
            var location = call.Operations.Items.SelectMany(operation => operation.Witness.Items).Select(step => step.Location).LastOrDefault()
                ?? node.Node.Locations[0];
            if (Reaches(graph, call.To, node.Id, []))
            {
                var other = graph.Find(call.To)?.Locations.Items.FirstOrDefault();
                yield return UnitRules.CallsInCircle.At(other is null ? [location] : [location, other], node.Id.Name, call.To.Name);
            }
        }
    }

    private static IEnumerable<CapabilityEdge> CallsFrom(CapabilityGraph graph, NodeId unit) =>
        graph.From(unit).Where(edge => edge.Kind == EdgeKind.Calls && edge.To != unit);

    private static bool Reaches(CapabilityGraph graph, NodeId from, NodeId goal, HashSet<NodeId> seen) =>
        from == goal || (seen.Add(from) && CallsFrom(graph, from).Any(call => Reaches(graph, call.To, goal, seen)));
}
