using Klotho.Analysis.Graph;
using Klotho.Analysis.Wire;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>Calls between units.</summary>
internal static class UnitCalls
{
    /// <summary>Whether another unit calls this one.</summary>
    public static bool IsCalled(NodeLowering node) =>
        node.Context.Graph.To(node.Id).Any(edge => edge.Kind == EdgeKind.Calls && edge.From != node.Id);

    /// <summary>Whether another unit calls this one and gets results one by one.</summary>
    public static bool IsStreamed(NodeLowering node) => IsCalled(node) && node.Node.Payloads.Items.Any(payload => payload.Role == WireRole.Item);

    /// <summary>Whether the unit calls another one.</summary>
    public static bool Calls(NodeLowering node) => CallsFrom(node.Context.Graph, node.Id).Any();

    private static IEnumerable<CapabilityEdge> CallsFrom(CapabilityGraph graph, NodeId unit) =>
        graph.From(unit).Where(edge => edge.Kind == EdgeKind.Calls && edge.To != unit);
}
