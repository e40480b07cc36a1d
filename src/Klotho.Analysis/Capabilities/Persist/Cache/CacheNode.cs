using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Persist.Cache;

/// <summary>A distributed cache.</summary>
public sealed record CacheNode(NodeId Id, EquatableArray<SourceLocation> Locations) : CapabilityNode(Id, Locations)
{
    public static readonly NodeKind Kind = new("redis_node");

    public override IEnumerable<NodeProperty> Properties => [];
}
