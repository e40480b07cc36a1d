using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Config;

/// <summary>A value that the operator configures.</summary>
public sealed record ConfigNode(NodeId Id, EquatableArray<SourceLocation> Locations, TypeName ValueType, bool Secret) : CapabilityNode(Id, Locations)
{
    public static readonly NodeKind Kind = new("config");

    public override IEnumerable<NodeProperty> Properties => [new("value type", ValueType.ToString()), new("secret", Secret ? "true" : "false")];
}
