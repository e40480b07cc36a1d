using Klotho.Analysis.Graph;

namespace Klotho.Emit.Topology;

/// <summary>An arrow in a drawing, with what happens along it in a few words.</summary>
internal sealed record TopologyEdge(NodeId From, NodeId To, string Label);
