using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Containers;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>
/// A service of containers in the private network. It has no address on the internet: gateways reach it through a load balancer,
/// other units by its private name, and its messages it fetches itself.
/// </summary>
public sealed class FargateLowering : Lowering
{
    /// <summary>Where the process listens; the images of ASP.NET Core run as a user who may not listen below 1024.</summary>
    public const int Port = 8080;

    public override CandidateType Candidate => new("fargate");

    public override bool InNetwork(NodeLowering node) => true;

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var accesses = node.Context.AccessesOf(node.Id).Select(use => use.Access).ToList();
        var services = node.Context.ServicesOf(node.Id).Concat(Services(node)).Distinct().Order().ToEquatableArray();
        var peers = accesses.Select(access => access.Peer).OfType<NetworkPeer>().Distinct().ToEquatableArray();
        return
        [
            .. ContainerImage.Resources(node, node.Text("architecture") == "arm64" ? "linux/arm64" : "linux/amd64"),
            node.Resource("logs", "aws:cloudwatch/logGroup:LogGroup", InputValue.Map.Of(
                new InputValue.Entry("retentionInDays", node.Whole("log_retention_days")))),
            .. FargateRoles.Resources(node, accesses),
            .. UnitNetwork.Resources(node, peers, services),
            .. FargateBalancer.IsNeeded(node) ? FargateBalancer.Resources(node) : [],
            .. FargateTargets.Resources(node),
            FargateTask.Resource(node, accesses),
            .. FargateService.Resources(node, accesses),
            .. FargateScaling.Resources(node, accesses.SelectMany(access => access.Queues.Items).ToEquatableArray()),
        ];
    }

    public override IEnumerable<Resource> Shared(NodeLowering node) => FargateShared.Resources(node);

    public override IEnumerable<NetworkService> HostServices(NodeLowering node) => Services(node);

    /// <summary>What it takes to start a task.</summary>
    public static IEnumerable<NetworkService> Services(NodeLowering node) =>
    [
        // Images come in layers, which are kept in S3.
        new("ecr.api"), new("ecr.dkr"), new("logs"), new("s3", Gateway: true),
        .. FargateShared.NeedsToken(node) ? [new NetworkService("ssm")] : Array.Empty<NetworkService>(),
    ];

    public override Endpoint Endpoint(NodeLowering node) => FargateBalancer.IsNeeded(node)
        ? new Endpoint.Service(new InputValue.Reference(node.Name("listener"), "arn"), new InputValue.Reference(node.Name("balancer-access"), "id"))
        : new Endpoint.Service(null, null);

    public override IEnumerable<PolicyStatement> HostStatements(NodeLowering node) => FargateRoles.Host(node);

    public override IEnumerable<Alarm> Alarms(NodeLowering node) => FargateAlarms.Of(node);

    public override UnitImage Image(NodeLowering node) => ContainerImage.Of(node, FargateShared.NeedsToken(node)) with { NeedsShell = true };

    /// <summary>What a unit needs to call this one: its name in the network, a way through both security groups, and the units' token.</summary>
    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) =>
        edge.Kind != EdgeKind.Calls || edge.To != node.Id || edge.From == node.Id
            ? UnitAccess.None
            : new(
                Environment: new([EnvironmentVariable.Binding("ExecUnit", node.Id.Name, FargateShared.Address(node))]),
                Peer: new(new InputValue.Reference(node.Name("access"), "id"), Port));
}
