using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Locking;

/// <summary>A route (its id is its verbs and pattern), the unit that handles it and the gateways that show it to the internet.</summary>
public sealed record LockedRoute(NodeId Id, NodeId? Unit, EquatableArray<NodeId> Gateways)
{
    /// <summary>What a caller must bring, sorted; empty where the route's endpoint asks for nothing.</summary>
    public EquatableArray<string> Demands { get; init; }
}
