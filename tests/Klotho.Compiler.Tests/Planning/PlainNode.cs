using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>A node as planning sees any node: planning knows no kind's own facts.</summary>
internal sealed record PlainNode(NodeId Id, EquatableArray<SourceLocation> Locations) : CapabilityNode(Id, Locations)
{
    public override IEnumerable<NodeProperty> Properties => [];
}
