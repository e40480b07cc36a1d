using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Emit.Topology.Graphs;

/// <summary>What happens between two hosted nodes.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Kind">The first of the relations, in their order; that of what leads through routes is that they are handled.</param>
/// <param name="Words">What happens, sorted: the verbs of the operations, or the number of routes.</param>
internal sealed record TopologyEdge(NodeId From, NodeId To, EdgeKind Kind, EquatableArray<string> Words);
