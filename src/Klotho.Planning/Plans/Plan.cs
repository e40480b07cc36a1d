using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Plans;

/// <summary>
/// How the whole graph is hosted: one decision per node that needs hosting, sorted by node.
/// <paramref name="Graph"/> is the graph that was planned, so that the emitter takes one input.
/// </summary>
public sealed record Plan(CapabilityGraph Graph, string Provider, EquatableArray<Decision> Decisions)
{
    public Decision? For(NodeId node) => Decisions.Items.FirstOrDefault(decision => decision.Node == node);
}
