using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.Orm;

/// <summary>
/// A PostgreSQL instance inside the network. Units sign in as <c>app</c> with IAM tokens; the administrator's password is made,
/// kept and rotated by RDS.
/// </summary>
public sealed class RdsPostgresLowering : Lowering
{
    private const int Port = 5432;
    private const string User = "app";

    public override CandidateType Candidate => new("rds_postgres");

    public override OperationActions Operations => OrmActions.RdsPostgres;

    public override bool InNetwork(NodeLowering node) => true;

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var subnets = node.Resource("subnets", "aws:rds/subnetGroup:SubnetGroup", InputValue.Map.Of(new InputValue.Entry("subnetIds", LoweringContext.Subnets)));
        var group = node.Resource("access", "aws:ec2/securityGroup:SecurityGroup", InputValue.Map.Of(
            new("vpcId", LoweringContext.Vpc),
            new("description", $"The database {node.Name()}: only the units that use it may connect.")));
        var version = node.Whole("engine_version").ToString(CultureInfo.InvariantCulture);
        var parameters = node.Resource("parameters", "aws:rds/parameterGroup:ParameterGroup", InputValue.Map.Of(
            new("family", $"postgres{version}"),
            new("parameters", InputValue.List.Of(InputValue.Map.Of(new("name", "rds.force_ssl"), new("value", "1"))))));

        yield return subnets;
        yield return group;
        yield return parameters;
        yield return node.Resource(null, "aws:rds/instance:Instance", InputValue.Map.Of(
        [
            new("engine", "postgres"),
            new("engineVersion", version),
            new("instanceClass", node.Text("instance_class")),
            new("allocatedStorage", node.Whole("allocated_storage")),
            new("storageType", "gp3"),
            new("storageEncrypted", true),
            .. OwnKey.Input(node, "kmsKeyId"),
            new("dbName", DatabaseName(node)),
            new("username", "klotho"),
            new("manageMasterUserPassword", true),
            new("iamDatabaseAuthenticationEnabled", true),
            new("multiAz", node.Truth("multi_az")),
            new("backupRetentionPeriod", node.Whole("backup_retention_days")),
            new("copyTagsToSnapshot", true),
            new("deletionProtection", node.Truth("deletion_protection")),
            new("finalSnapshotIdentifier", $"{node.Context.Graph.App}-{node.Name()}-final"),
            new("autoMinorVersionUpgrade", true),
            new("publiclyAccessible", false),
            new("parameterGroupName", parameters.Output("name")),
            new("dbSubnetGroupName", subnets.Output("name")),
            new("vpcSecurityGroupIds", InputValue.List.Of(group.Output("id"))),
        ]), ResourceOptions.Stateful,
            $"Once, as its administrator: CREATE USER {User}; GRANT rds_iam TO {User};");
    }

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge)
    {
        var endpoint = new InputValue.Reference(node.Name(), "endpoint");
        var login = InputValue.Interpolation.Of(
            "arn:aws:rds-db:",
            new InputValue.Lookup(new("aws:index/getRegion:getRegion"), "region"),
            ":",
            new InputValue.Lookup(new("aws:index/getCallerIdentity:getCallerIdentity"), "accountId"),
            ":dbuser:",
            new InputValue.Reference(node.Name(), "resourceId"),
            $"/{User}");
        return new(
            Environment: new([EnvironmentVariable.Binding("Persist", node.Id.Name, InputValue.Interpolation.Of($"postgres://{User}@", endpoint, $"/{DatabaseName(node)}"))]),
            Statements: Operations.Statements(edge, _ => login).ToEquatableArray(),
            Peer: new(new InputValue.Reference(node.Name("access"), "id"), Port));
    }

    /// <summary>Like the resource, not like the id: an instance with another database is another instance.</summary>
    private static string DatabaseName(NodeLowering node) => node.Name().Value.Replace('-', '_');
}
