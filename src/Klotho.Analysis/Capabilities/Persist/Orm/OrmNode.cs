using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Persist.Orm;

/// <summary>A relational database, through an EF Core context.</summary>
public sealed record OrmNode(NodeId Id, EquatableArray<SourceLocation> Locations, TypeName ContextType) : CapabilityNode(Id, Locations)
{
    /// <summary>The operation of a unit that publishes messages by the outbox of a context.</summary>
    public const string Outbox = "DbContext.Publish";

    public static readonly NodeKind Kind = new("orm");

    public override IEnumerable<NodeProperty> Properties => [new("context type", ContextType.ToString())];
}
