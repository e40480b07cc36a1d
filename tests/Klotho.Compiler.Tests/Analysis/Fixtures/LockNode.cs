using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Compiler.Tests.Analysis.Fixtures;

/// <summary>The node of <see cref="LockAnnotation"/>.</summary>
internal sealed record LockNode(NodeId Id, EquatableArray<SourceLocation> Locations) : CapabilityNode(Id, Locations)
{
    public override IEnumerable<NodeProperty> Properties => [];
}
