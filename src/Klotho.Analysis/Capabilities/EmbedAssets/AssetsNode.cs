using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.EmbedAssets;

/// <summary>Files of the project that every unit finds in its image.</summary>
public sealed record AssetsNode(NodeId Id, EquatableArray<SourceLocation> Locations, string Folder) : CapabilityNode(Id, Locations)
{
    public static readonly NodeKind Kind = new("assets");

    public override IEnumerable<NodeProperty> Properties => [new("folder", Folder)];
}
