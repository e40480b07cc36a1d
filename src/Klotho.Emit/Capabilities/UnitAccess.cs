using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>What one unit needs to use one node: settings in its environment, permissions, event sources, the private network.</summary>
/// <param name="Environment">Settings; the unit's host passes them to the process.</param>
/// <param name="Statements">Exactly the permissions for the operations that the unit performs.</param>
/// <param name="Events">Queues whose messages the unit's host hands to the process.</param>
/// <param name="Queues">The names of queues that the unit's process fetches messages from by itself, so that their backlog can scale it.</param>
/// <param name="Peer">The node's place in the application's network, where it is reachable only there.</param>
/// <param name="Service">The provider's service that the unit's process calls, for units without a way to the internet.</param>
/// <param name="Payloads">The same for what is too large for that service.</param>
/// <param name="InCluster">What a unit in a Kubernetes cluster connects to there.</param>
/// <param name="Files">Values of the cluster that the unit's process reads as files.</param>
public sealed record UnitAccess(
    EquatableArray<EnvironmentVariable> Environment = default,
    EquatableArray<PolicyStatement> Statements = default,
    EquatableArray<EventSource> Events = default,
    EquatableArray<InputValue> Queues = default,
    NetworkPeer? Peer = null,
    NetworkService? Service = null,
    NetworkService? Payloads = null,
    ClusterPeer? InCluster = null,
    EquatableArray<ClusterFiles> Files = default)
{
    public static readonly UnitAccess None = new();
}
