using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.Cache;

/// <summary>A Valkey cluster inside the network that keeps what it confirmed in several zones. Only the units that use it can reach it and sign in.</summary>
public sealed class MemoryDbLowering : Lowering
{
    // Snapshots of one day cost nothing (Amazon MemoryDB pricing, 2026-11-22).
    private const int SnapshotDays = 1;

    public override CandidateType Candidate => new("memorydb");

    public override bool InNetwork(NodeLowering node) => true;

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var subnets = node.Resource("subnets", "aws:memorydb/subnetGroup:SubnetGroup", InputValue.Map.Of(new InputValue.Entry("subnetIds", LoweringContext.Subnets)));
        var access = node.Resource("access", "aws:ec2/securityGroup:SecurityGroup", InputValue.Map.Of(
            new("vpcId", LoweringContext.Vpc),
            new("description", $"{node.Id.Name}: only the units that use it may connect.")));
        var user = node.Resource("user", "aws:memorydb/user:User", InputValue.Map.Of(
            new("userName", InMemoryUser.Name(node)),
            new("accessString", InMemoryUser.ClusterCommands),
            new("authenticationMode", InMemoryUser.SignIn)),
            comment: "Signs in with a token of the unit's role. Its name is the account's only one, so it holds the security group's id.");
        var users = node.Resource("users", "aws:memorydb/acl:Acl", InputValue.Map.Of(new InputValue.Entry("userNames", InputValue.List.Of(user.Output("userName")))));

        return
        [
            subnets,
            access,
            user,
            users,
            node.Resource(null, "aws:memorydb/cluster:Cluster", InputValue.Map.Of(
            [
                new("description", $"{node.Context.Graph.App}: {node.Id.Name}"),
                new("engine", "valkey"),
                new("engineVersion", "7.3"),
                new("nodeType", node.Text("node_type")),
                new("numShards", node.Whole("shards")),
                new("numReplicasPerShard", node.Whole("replicas")),
                new("port", InMemoryUser.Port),
                .. OwnKey.Input(node, "kmsKeyArn"),
                new("tlsEnabled", true),
                new("aclName", users.Output("name")),
                new("snapshotRetentionLimit", SnapshotDays),
                new("finalSnapshotName", InputValue.Interpolation.Of("final-", access.Output("id"))),
                new("autoMinorVersionUpgrade", true),
                new("subnetGroupName", subnets.Output("name")),
                new("securityGroupIds", InputValue.List.Of(access.Output("id"))),
            ]), ResourceOptions.Stateful),
        ];
    }

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) => new(
        Environment: new([EnvironmentVariable.Binding("Persist", node.Id.Name, InputValue.Interpolation.Of(
            "rediss://", new InputValue.Reference(node.Name("user"), "userName"), "@",
            new InputValue.Reference(node.Name(), "clusterEndpoints[0].address"), $":{InMemoryUser.Port}?cluster=true&auth=iam&memorydb=",
            new InputValue.Reference(node.Name(), "name")))]),
        Statements: new([InMemoryActions.Connecting(InMemoryActions.MemoryDb, node, edge)]),
        Peer: new(new InputValue.Reference(node.Name("access"), "id"), InMemoryUser.Port));
}
