using Klotho.Analysis.Graph;
using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>Who may connect to the unit's pods, and to whom these may connect.</summary>
internal static class KubernetesNetwork
{
    private const int Https = 443;

    /// <summary>Where code of the unit may connect to, whatever pods run it.</summary>
    public static IEnumerable<InputValue> Outgoing(IReadOnlyList<UnitAccess> accesses) =>
    [
        NetworkRules.ToNames(),
        .. accesses.Select(access => access.InCluster).OfType<ClusterPeer>().Distinct().OrderBy(peer => peer.App, StringComparer.Ordinal).ThenBy(peer => peer.Port).Select(NetworkRules.To),
        .. accesses.Select(access => access.Peer).OfType<NetworkPeer>().Select(peer => peer.Port).Distinct().Order().Select(port => NetworkRules.ToAddress(EksNetwork.Addresses, port)),
        .. accesses.Any(access => access.Service is not null) ? Provider() : [],
    ];

    public static Resource Resource(NodeLowering node, IReadOnlyList<UnitAccess> accesses)
    {
        var graph = node.Context.Graph;
        var callers = graph.To(node.Id).Where(edge => edge.Kind == EdgeKind.Calls && edge.From != node.Id).Select(edge => edge.From);
        var routed = graph.To(node.Id).Any(edge => edge.Kind == EdgeKind.HandledBy && graph.To(edge.From).Any(exposing => exposing.Kind == EdgeKind.Exposes));
        return ClusterObject.Of(node).For(node, "network", "kubernetes:networking.k8s.io/v1:NetworkPolicy", NetworkRules.Policy(
            ClusterObject.Of(node),
            [
                .. NetworkRules.From(callers.SelectMany(caller => ClusterUnits.PodNames(node.Context, caller)), ClusterParts.Port),
                .. routed ? [ClusterEntry.From(node.Context)] : Array.Empty<InputValue>(),
            ],
            Outgoing(accesses)));
    }

    /// <summary>The provider's services, and the agent that hands out the credentials for them.</summary>
    private static IEnumerable<InputValue> Provider() => [NetworkRules.ToAnywhere(Https), NetworkRules.ToAddress(PodIdentity.Agent, PodIdentity.AgentPort)];
}
