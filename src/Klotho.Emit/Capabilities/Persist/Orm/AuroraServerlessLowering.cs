using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.Orm;

/// <summary>
/// An Aurora cluster inside the network whose instances grow and shrink with the load. Its storage is in three zones; a second instance in
/// another zone takes over where the plan says so.
/// </summary>
public sealed class AuroraServerlessLowering : Lowering
{
    private const string Engine = "aurora-postgresql";

    // The shortest that Aurora takes (Amazon Aurora User Guide: Scaling to zero ACUs, 2026-11-22).
    private const int SecondsUntilPause = 300;

    public override CandidateType Candidate => new("aurora_serverless");

    public override OperationActions Operations => OrmActions.RdsPostgres;

    public override bool InNetwork(NodeLowering node) => true;

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var subnets = PostgresServer.Subnets(node);
        var access = PostgresServer.Access(node);
        var parameters = node.Resource("parameters", "aws:rds/clusterParameterGroup:ClusterParameterGroup", PostgresServer.Parameters($"{Engine}{PostgresServer.Version(node)}"));
        var cluster = Cluster(node, subnets, access, parameters);
        return
        [
            subnets,
            access,
            parameters,
            cluster,
            Instance(node, "instance", cluster, null),
            .. node.Truth("multi_az") ? [Instance(node, "standby", cluster, "In another zone than the first; either takes over from the other.")] : Array.Empty<Resource>(),
        ];
    }

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) => PostgresServer.Use(
        node, edge, new InputValue.Reference(node.Name(), "endpoint"), new InputValue.Reference(node.Name(), "clusterResourceId"));

    public override IEnumerable<Alarm> Alarms(NodeLowering node) => DatabaseAlarms.OfCluster(node);

    public override IEnumerable<StackOutput> Outputs(NodeLowering node) => PostgresServer.Outputs(node);

    private static Resource Cluster(NodeLowering node, Resource subnets, Resource access, Resource parameters) =>
        node.Resource(null, "aws:rds/cluster:Cluster", InputValue.Map.Of(
        [
            new("engine", Engine),
            new("engineMode", "provisioned"),
            new("engineVersion", PostgresServer.Version(node)),
            new("serverlessv2ScalingConfiguration", Scaling(node)),
            new("storageEncrypted", true),
            .. OwnKey.Input(node, "kmsKeyId"),
            new("databaseName", PostgresServer.DatabaseName(node)),
            new("port", PostgresServer.Port),
            new("masterUsername", PostgresServer.Administrator),
            new("manageMasterUserPassword", true),
            new("iamDatabaseAuthenticationEnabled", true),
            .. PostgresServer.Keeping(node, access),
            new("enabledCloudwatchLogsExports", InputValue.List.Of("postgresql")),
            new("dbClusterParameterGroupName", parameters.Output("name")),
            new("dbSubnetGroupName", subnets.Output("name")),
            new("vpcSecurityGroupIds", InputValue.List.Of(access.Output("id"))),
        ]), ResourceOptions.Stateful, PostgresServer.FirstSteps(node));

    /// <summary>A cluster that may scale to nothing says after how long.</summary>
    private static InputValue.Map Scaling(NodeLowering node)
    {
        var least = node.Whole("min_capacity");
        return InputValue.Map.Of(
        [
            new("minCapacity", least),
            new("maxCapacity", Math.Max(least, node.Whole("max_capacity"))),
            .. least == 0 ? [new("secondsUntilAutoPause", SecondsUntilPause)] : Array.Empty<InputValue.Entry>(),
        ]);
    }

    private static Resource Instance(NodeLowering node, string part, Resource cluster, string? comment) =>
        node.Resource(part, "aws:rds/clusterInstance:ClusterInstance", InputValue.Map.Of(
            new("clusterIdentifier", cluster.Output("clusterIdentifier")),
            new("engine", Engine),
            new("engineVersion", cluster.Output("engineVersion")),
            new("instanceClass", "db.serverless"),
            new("caCertIdentifier", PostgresServer.CertificateAuthority),
            new("copyTagsToSnapshot", true),
            new("autoMinorVersionUpgrade", true),
            new("publiclyAccessible", false)),
            comment: comment);
}
