using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Persist.Secret;

/// <summary>A secret text.</summary>
public sealed record SecretNode(NodeId Id, EquatableArray<SourceLocation> Locations) : CapabilityNode(Id, Locations)
{
    public static readonly NodeKind Kind = new("secret");

    public override IEnumerable<NodeProperty> Properties => [];
}
