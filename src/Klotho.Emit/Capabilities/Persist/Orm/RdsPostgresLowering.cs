using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.Orm;

/// <summary>A PostgreSQL instance inside the network, with a standby in another zone where the plan says so.</summary>
public sealed class RdsPostgresLowering : Lowering
{
    public override CandidateType Candidate => new("rds_postgres");

    public override OperationActions Operations => OrmActions.RdsPostgres;

    public override bool InNetwork(NodeLowering node) => true;

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var subnets = PostgresServer.Subnets(node);
        var access = PostgresServer.Access(node);
        var parameters = node.Resource("parameters", "aws:rds/parameterGroup:ParameterGroup", PostgresServer.Parameters($"postgres{PostgresServer.Version(node)}"));
        return
        [
            subnets,
            access,
            parameters,
            node.Resource(null, "aws:rds/instance:Instance", InputValue.Map.Of(
            [
                new("engine", "postgres"),
                new("engineVersion", PostgresServer.Version(node)),
                new("instanceClass", node.Text("instance_class")),
                new("allocatedStorage", node.Whole("allocated_storage")),
                new("storageType", "gp3"),
                new("storageEncrypted", true),
                .. OwnKey.Input(node, "kmsKeyId"),
                new("dbName", PostgresServer.DatabaseName(node)),
                new("port", PostgresServer.Port),
                new("username", PostgresServer.Administrator),
                new("manageMasterUserPassword", true),
                new("iamDatabaseAuthenticationEnabled", true),
                new("caCertIdentifier", PostgresServer.CertificateAuthority),
                new("multiAz", node.Truth("multi_az")),
                .. PostgresServer.Keeping(node, access),
                new("enabledCloudwatchLogsExports", InputValue.List.Of("postgresql", "upgrade")),
                new("autoMinorVersionUpgrade", true),
                new("publiclyAccessible", false),
                new("parameterGroupName", parameters.Output("name")),
                new("dbSubnetGroupName", subnets.Output("name")),
                new("vpcSecurityGroupIds", InputValue.List.Of(access.Output("id"))),
            ]), ResourceOptions.Stateful, PostgresServer.FirstSteps(node)),
        ];
    }

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) => PostgresServer.Use(
        node, edge, new InputValue.Reference(node.Name(), "address"), new InputValue.Reference(node.Name(), "resourceId"));

    public override IEnumerable<Alarm> Alarms(NodeLowering node) => DatabaseAlarms.OfInstance(node);

    public override IEnumerable<StackOutput> Outputs(NodeLowering node) => PostgresServer.Outputs(node);
}
