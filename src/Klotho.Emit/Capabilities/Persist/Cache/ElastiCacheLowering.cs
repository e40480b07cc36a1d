using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.Cache;

/// <summary>A Valkey cluster inside the network, with TLS. Only the units that use it can reach it.</summary>
public sealed class ElastiCacheLowering : Lowering
{
    private const int Port = 6379;

    public override CandidateType Candidate => new("elasticache");

    public override bool InNetwork(NodeLowering node) => true;

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var replicas = node.Whole("replicas");
        var subnets = node.Resource("subnets", "aws:elasticache/subnetGroup:SubnetGroup", InputValue.Map.Of(new InputValue.Entry("subnetIds", LoweringContext.Subnets)));
        var group = node.Resource("access", "aws:ec2/securityGroup:SecurityGroup", InputValue.Map.Of(
            new("vpcId", LoweringContext.Vpc),
            new("description", $"The cache {node.Id.Name}: only the units that use it may connect.")));

        yield return subnets;
        yield return group;
        yield return node.Resource(null, "aws:elasticache/replicationGroup:ReplicationGroup", InputValue.Map.Of(
        [
            new("description", $"{node.Context.Graph.App}: {node.Id.Name}"),
            new("engine", "valkey"),
            new("engineVersion", "8.0"),
            new("nodeType", node.Text("node_type")),
            new("numCacheClusters", replicas + 1),
            new("automaticFailoverEnabled", replicas > 0),
            new("multiAzEnabled", replicas > 0),
            new("port", Port),
            new("atRestEncryptionEnabled", true),
            .. OwnKey.Input(node, "kmsKeyId"),
            new("transitEncryptionEnabled", true),
            new("snapshotRetentionLimit", node.Whole("snapshot_retention_days")),
            new("subnetGroupName", subnets.Output("name")),
            new("securityGroupIds", InputValue.List.Of(group.Output("id"))),
        ]));
    }

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) => new(
        Environment: new([EnvironmentVariable.Binding("Persist", node.Id.Name, InputValue.Interpolation.Of(
            "rediss://", new InputValue.Reference(node.Name(), "primaryEndpointAddress"), ":6379"))]),
        Peer: new(new InputValue.Reference(node.Name("access"), "id"), Port));
}
