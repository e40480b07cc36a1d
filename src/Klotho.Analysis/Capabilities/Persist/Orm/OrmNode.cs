using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Persist.Orm;

/// <summary>A relational database, through an EF Core context.</summary>
public sealed record OrmNode(NodeId Id, EquatableArray<SourceLocation> Locations, TypeName ContextType) : CapabilityNode(Id, Locations)
{
    public static readonly NodeKind Kind = new("orm");

    public override IEnumerable<NodeProperty> Properties => [new("context type", ContextType.ToString())];
}
