using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Persist.KeyValue;

/// <summary>A key-value store of items of one type.</summary>
public sealed record KeyValueNode(NodeId Id, EquatableArray<SourceLocation> Locations, TypeName ValueType) : CapabilityNode(Id, Locations)
{
    public static readonly NodeKind Kind = new("kv");

    public override IEnumerable<NodeProperty> Properties => [new("value type", ValueType.ToString())];
}
