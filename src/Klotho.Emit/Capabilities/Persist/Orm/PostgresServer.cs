using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Persist.Orm;

/// <summary>
/// What the ways to host PostgreSQL with RDS have alike: it stands inside the network, units sign in as <c>app</c> with tokens of their role
/// over TLS, and the administrator's password is made, kept and rotated by RDS.
/// </summary>
internal static class PostgresServer
{
    public const string Administrator = "klotho";

    // Valid until 2061 (Amazon RDS User Guide: Using SSL/TLS, 2026-11-22).
    public const string CertificateAuthority = "rds-ca-rsa2048-g1";

    // Not the usual one, which is what scanners try first (Security Hub: RDS.23).
    public const int Port = 5433;

    private const string User = "app";

    public static string Version(NodeLowering node) => node.Whole("engine_version").ToString(CultureInfo.InvariantCulture);

    /// <summary>Like the resource, not like the id: a server with another database is another server.</summary>
    public static string DatabaseName(NodeLowering node) => node.Name().Value.Replace('-', '_');

    public static Resource Subnets(NodeLowering node) =>
        node.Resource("subnets", "aws:rds/subnetGroup:SubnetGroup", InputValue.Map.Of(new InputValue.Entry("subnetIds", LoweringContext.Subnets)));

    public static Resource Access(NodeLowering node) =>
        node.Resource("access", "aws:ec2/securityGroup:SecurityGroup", InputValue.Map.Of(
            new("vpcId", LoweringContext.Vpc),
            new("description", $"The database {node.Name()}: only the units that use it may connect.")));

    public static InputValue.Map Parameters(string family) => InputValue.Map.Of(
        new("family", family),
        new("parameters", InputValue.List.Of(InputValue.Map.Of(new("name", "rds.force_ssl"), new("value", "1")))));

    /// <summary>What is the same for a server and for a cluster of them, so that nothing is lost by mistake.</summary>
    public static IEnumerable<InputValue.Entry> Keeping(NodeLowering node, Resource access) =>
    [
        new("backupRetentionPeriod", node.Whole("backup_retention_days")),
        new("copyTagsToSnapshot", true),
        new("deleteAutomatedBackups", false),
        new("deletionProtection", node.Truth("deletion_protection")),
        new("finalSnapshotIdentifier", InputValue.Interpolation.Of($"{node.Context.Graph.App}-{node.Name()}-final-", access.Output("id"))),
    ];

    /// <summary>What has to be done by hand before the first use, which takes a way into the network.</summary>
    public static string FirstSteps(NodeLowering node) =>
        $"Once, as {Administrator}: CREATE USER {User}; GRANT rds_iam TO {User}; GRANT ALL ON DATABASE {DatabaseName(node)} TO {User}; GRANT ALL ON SCHEMA public TO {User};";

    /// <summary>What a unit needs to use the database.</summary>
    /// <param name="node">The database.</param>
    /// <param name="edge">The unit's use of it.</param>
    /// <param name="host">The server's name.</param>
    /// <param name="resourceId">What RDS calls it in permissions.</param>
    public static UnitAccess Use(NodeLowering node, CapabilityEdge edge, InputValue host, InputValue resourceId) => new(
        Environment: new([EnvironmentVariable.Binding("Persist", node.Id.Name, InputValue.Interpolation.Of(
            $"postgres://{User}@", host, $":{Port}/{DatabaseName(node)}?auth=iam&tls=require"))]),
        Statements: OrmActions.RdsPostgres.Statements(edge, _ => AwsAccount.Arn("rds-db", "dbuser:", resourceId, $"/{User}")).ToEquatableArray(),
        Peer: new(new InputValue.Reference(node.Name("access"), "id"), Port));

    public static IEnumerable<StackOutput> Outputs(NodeLowering node) =>
    [
        new(
            $"{node.Name()}-administrator",
            new InputValue.Reference(node.Name(), "masterUserSecrets[0].secretArn"),
            $"The secret with the password of {Administrator}, the administrator of {node.Id.Name}. {FirstSteps(node)}"),
    ];
}
