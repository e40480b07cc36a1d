using Klotho.Emit.Topology.Graphs;

namespace Klotho.Emit.Topology.Diagrams;

/// <summary>The nodes that one box stands for, and those that are drawn inside of it. The first of the nodes gives it its look.</summary>
internal sealed record NodeGroup(List<TopologyNode> Nodes, List<TopologyNode> Inside);
