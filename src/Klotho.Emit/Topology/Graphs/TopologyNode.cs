using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Topology.Graphs;

/// <summary>A hosted node in a drawing.</summary>
/// <param name="Id">The node.</param>
/// <param name="Type">What hosts it.</param>
/// <param name="Host">The same for people.</param>
/// <param name="Appearance">How its capability is drawn.</param>
internal sealed record TopologyNode(NodeId Id, CandidateType Type, string Host, Appearance Appearance);
