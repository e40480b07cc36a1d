using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Benchmarks.Planning;

/// <summary>A node as planning sees any node.</summary>
internal sealed record LargeNode(NodeId Id, EquatableArray<SourceLocation> Locations) : CapabilityNode(Id, Locations)
{
    public override IEnumerable<NodeProperty> Properties => [];
}
