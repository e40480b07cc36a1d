using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Graph;

/// <summary>A relation between two nodes, with the operations that make it.</summary>
public sealed record CapabilityEdge(NodeId From, NodeId To, EdgeKind Kind, EquatableArray<OperationUse> Operations);
