using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Persist.Blob;

/// <summary>A store of files.</summary>
public sealed record BlobNode(NodeId Id, EquatableArray<SourceLocation> Locations) : CapabilityNode(Id, Locations)
{
    public static readonly NodeKind Kind = new("fs");

    public override IEnumerable<NodeProperty> Properties => [];
}
