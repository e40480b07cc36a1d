using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Annotations;

/// <summary>
/// A use that hands a resource to code, so that reach must find out what the code does with it.
/// <paramref name="Operations"/> are all that the resource offers: what reach falls back to where it cannot follow.
/// </summary>
public sealed record ResourceUse(CapabilityNode Node, SourceLocation Location, EdgeKind Relation, EquatableArray<string> Operations)
    : CapabilityUse(Node, Location)
{
    /// <summary>Whether each touch counts as all operations: reach does not look into what members of the resource mean.</summary>
    public bool IsOpaque { get; init; }

    /// <summary>The entity sets of a database, sorted by entity: what code does to each is told apart; null for what is no database.</summary>
    public EquatableArray<EntitySet>? Sets { get; init; }

    /// <summary>The operations to which reach falls back because the author vouches for them; null where nobody does.</summary>
    public EquatableArray<string>? Vouched { get; init; }

    /// <summary>By the place and the node: reach has thousands of uses in sets, and all operations of each would be hashed again and again.</summary>
    public override int GetHashCode() => unchecked((Location.GetHashCode() * 31) + Node.Id.GetHashCode());
}
