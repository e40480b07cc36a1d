using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;

namespace Klotho.Emit.Topology;

/// <summary>A hosted node in a drawing.</summary>
internal sealed record TopologyNode(NodeId Id, string Host, Appearance Appearance);
