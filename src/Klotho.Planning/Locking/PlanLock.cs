using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Locking;

/// <summary>
/// What <c>klotho.lock.json</c> says: how the application was planned when it was last compiled, so that a later plan can
/// be compared with it without the code of that time. All lists are sorted by what they are about.
/// </summary>
/// <param name="Nodes">How each node is hosted.</param>
public sealed record PlanLock(EquatableArray<LockedNode> Nodes)
{
    public static readonly PlanLock Empty = new(EquatableArray<LockedNode>.Empty);

    /// <summary>The application's name.</summary>
    public string App { get; init; } = "";

    /// <summary>The name under which the deployment engine knows the application: its first one, unless a new one was accepted as another application.</summary>
    public string Project { get; init; } = "";

    public string Provider { get; init; } = "";

    /// <summary>The region; empty where each stack says it.</summary>
    public string Region { get; init; } = "";

    /// <summary>What the whole plan costs a month.</summary>
    public LockedCost Cost { get; init; } = LockedCost.Nothing;

    /// <summary>What nodes share, with its cost.</summary>
    public EquatableArray<LockedFacility> Facilities { get; init; }

    /// <summary>Every node but the routes, hosted or not.</summary>
    public EquatableArray<LockedCapability> Capabilities { get; init; }

    public EquatableArray<LockedRoute> Routes { get; init; }

    /// <summary>Who does what with whom: every edge but those of routes.</summary>
    public EquatableArray<LockedEdge> Edges { get; init; }

    /// <summary>What is sent and stored, as it is written in JSON.</summary>
    public EquatableArray<LockedSchema> Schemas { get; init; }

    /// <summary>Changes that would otherwise be refused, in the order of their ids.</summary>
    public EquatableArray<AcceptedChange> Accepted { get; init; }

    /// <summary>Whether nothing is known: the application has not been compiled yet.</summary>
    public bool IsEmpty => App.Length == 0 && Nodes.Count == 0;

    public LockedNode? Find(NodeId id) => Nodes.FindSorted(id, node => node.Id);
}
