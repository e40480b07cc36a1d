using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Emit.Containers;
using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>
/// A deployment in the cluster. A gateway reaches its pods through a service, other units by the service's name, and its messages it
/// fetches itself.
/// </summary>
public sealed class KubernetesLowering : ClusterLowering
{
    private const string Token = "token";

    /// <summary>What calls between units carry.</summary>
    private static readonly ClusterFiles UnitToken = new("unit-token", new([new(Token)]));

    public override CandidateType Candidate => new("kubernetes");

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var accesses = node.Context.AccessesOf(node.Id).Select(use => use.Access).ToList();
        return
        [
            .. KubernetesImage.Resources(node),
            KubernetesIdentity.Account(node),
            .. KubernetesDeployment.CallsProvider(accesses) ? KubernetesIdentity.Resources(node, accesses.SelectMany(access => access.Statements.Items)) : [],
            KubernetesDeployment.Resource(node, accesses),
            .. KubernetesDeployment.Scaling(node),
            .. Answers(node) ? [KubernetesDeployment.Service(node)] : Array.Empty<Resource>(),
            KubernetesNetwork.Resource(node, accesses),
        ];
    }

    public override Endpoint Endpoint(NodeLowering node) => new Endpoint.Service(null, null);

    public override UnitImage Image(NodeLowering node) => ContainerImage.Of(node, NeedsToken(node));

    public override IEnumerable<ClusterFiles> HostFiles(NodeLowering node) => NeedsToken(node) ? [UnitToken] : [];

    public override IEnumerable<KlothoDiagnostic> Check(NodeLowering node) => ObjectCredentials.Check(node);

    /// <summary>What a unit needs to call this one: its service's name, and the units' token.</summary>
    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) =>
        edge.Kind != EdgeKind.Calls || edge.To != node.Id || edge.From == node.Id
            ? UnitAccess.None
            : new(
                Environment: new([EnvironmentVariable.Binding("ExecUnit", node.Id.Name, $"http://{node.Name()}:{ClusterParts.Port}")]),
                InCluster: new(node.Name().Value, ClusterParts.Port));

    /// <summary>The variable by which the process reads the token.</summary>
    internal static IEnumerable<InputValue> TokenVariable(NodeLowering node) => !NeedsToken(node) ? [] :
    [
        InputValue.Map.Of(
            new("name", "Klotho__UnitToken"),
            new("valueFrom", InputValue.Map.Of(new InputValue.Entry("secretKeyRef", InputValue.Map.Of(new("name", UnitToken.Name), new("key", Token)))))),
    ];

    /// <summary>Whether anybody sends requests to the unit.</summary>
    internal static bool Answers(NodeLowering node) =>
        UnitCalls.IsCalled(node) || node.Context.Graph.To(node.Id).Any(edge => edge.Kind == EdgeKind.HandledBy);

    private static bool NeedsToken(NodeLowering node) => UnitCalls.IsCalled(node) || UnitCalls.Calls(node);
}
