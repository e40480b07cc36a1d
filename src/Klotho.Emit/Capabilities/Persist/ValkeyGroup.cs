using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Persist;

/// <summary>Valkey nodes of ElastiCache inside the network, with TLS, which only the units that use them can reach and sign in to.</summary>
internal static class ValkeyGroup
{
    private const string Engine = "valkey";

    /// <param name="node">The store, whose plan says <c>node_type</c>, <c>replicas</c> and <c>snapshot_retention_days</c>.</param>
    /// <param name="whenFull">What happens to a write when the memory is full, as Valkey calls it (<c>maxmemory-policy</c>).</param>
    /// <param name="keepsData">Whether losing the nodes loses something.</param>
    public static IEnumerable<Resource> Resources(NodeLowering node, string whenFull, bool keepsData)
    {
        var subnets = node.Resource("subnets", "aws:elasticache/subnetGroup:SubnetGroup", InputValue.Map.Of(new InputValue.Entry("subnetIds", LoweringContext.Subnets)));
        var access = node.Resource("access", "aws:ec2/securityGroup:SecurityGroup", InputValue.Map.Of(
            new("vpcId", LoweringContext.Vpc),
            new("description", $"{node.Id.Name}: only the units that use it may connect.")));
        var parameters = node.Resource("parameters", "aws:elasticache/parameterGroup:ParameterGroup", InputValue.Map.Of(
            new("family", "valkey8"),
            new("parameters", InputValue.List.Of(InputValue.Map.Of(new("name", "maxmemory-policy"), new("value", whenFull))))));
        var user = node.Resource("user", "aws:elasticache/user:User", InputValue.Map.Of(
            new("userId", InMemoryUser.Name(node)),
            new("userName", InMemoryUser.Name(node)),
            new("engine", Engine),
            new("accessString", InMemoryUser.Commands),
            new("authenticationMode", InMemoryUser.SignIn)),
            comment: "Signs in with a token of the unit's role. Its name is the account's only one, so it holds the security group's id.");
        var users = node.Resource("users", "aws:elasticache/userGroup:UserGroup", InputValue.Map.Of(
            new("userGroupId", InMemoryUser.Name(node)),
            new("engine", Engine),
            new("userIds", InputValue.List.Of(user.Output("userId")))));
        return [subnets, access, parameters, user, users, Nodes(node, subnets, access, parameters, users, keepsData)];
    }

    /// <summary>What a unit needs to use the nodes; <paramref name="options"/> follow in the binding.</summary>
    public static UnitAccess Access(NodeLowering node, CapabilityEdge edge, string options = "") => new(
        Environment: new([EnvironmentVariable.Binding("Persist", node.Id.Name, InputValue.Interpolation.Of(
            "rediss://", new InputValue.Reference(node.Name("user"), "userName"), "@", new InputValue.Reference(node.Name(), "primaryEndpointAddress"), $":{InMemoryUser.Port}?auth=iam&elasticache=",
            new InputValue.Reference(node.Name(), "replicationGroupId"), options))]),
        Statements: new([InMemoryActions.Connecting(InMemoryActions.ElastiCache, node, edge)]),
        Peer: new(new InputValue.Reference(node.Name("access"), "id"), InMemoryUser.Port));

    private static Resource Nodes(NodeLowering node, Resource subnets, Resource access, Resource parameters, Resource users, bool keepsData)
    {
        var replicas = node.Whole("replicas");
        return node.Resource(null, "aws:elasticache/replicationGroup:ReplicationGroup", InputValue.Map.Of(
        [
            new("description", $"{node.Context.Graph.App}: {node.Id.Name}"),
            new("engine", Engine),
            new("engineVersion", "8.0"),
            new("nodeType", node.Text("node_type")),
            new("numCacheClusters", replicas + 1),
            new("automaticFailoverEnabled", replicas > 0),
            new("multiAzEnabled", replicas > 0),
            new("port", InMemoryUser.Port),
            new("atRestEncryptionEnabled", true),
            .. OwnKey.Input(node, "kmsKeyId"),
            new("transitEncryptionEnabled", true),
            new("transitEncryptionMode", "required"),
            new("userGroupIds", InputValue.List.Of(users.Output("userGroupId"))),
            new("snapshotRetentionLimit", node.Whole("snapshot_retention_days")),
            .. keepsData ? [new("finalSnapshotIdentifier", InputValue.Interpolation.Of("final-", access.Output("id")))] : Array.Empty<InputValue.Entry>(),
            new("autoMinorVersionUpgrade", true),
            new("parameterGroupName", parameters.Output("name")),
            new("subnetGroupName", subnets.Output("name")),
            new("securityGroupIds", InputValue.List.Of(access.Output("id"))),
        ]), keepsData ? ResourceOptions.Stateful : ResourceOptions.None);
    }
}
