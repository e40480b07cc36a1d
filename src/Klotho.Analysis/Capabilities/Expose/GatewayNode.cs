using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Expose;

/// <summary>The way in from the internet to the exposed routes and static units.</summary>
public sealed record GatewayNode(NodeId Id, EquatableArray<SourceLocation> Locations) : CapabilityNode(Id, Locations)
{
    public static readonly NodeKind Kind = new("gateway");

    public override IEnumerable<NodeProperty> Properties => [];
}
