namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>Relational databases: instances and clusters.</summary>
internal static class DatabaseControls
{
    private const string Instance = "aws:rds/instance:Instance";
    private const string Cluster = "aws:rds/cluster:Cluster";
    private const string Member = "aws:rds/clusterInstance:ClusterInstance";

    public static readonly IReadOnlyList<Control> All =
    [
        new("RDS.2", "Databases have no public address", Instance, database => database.Truth("publiclyAccessible") == false, database => database.With("publiclyAccessible", true)),
        Control.Truth("RDS.3", "Databases are encrypted at rest", Instance, "storageEncrypted"),
        Control.Truth("RDS.8", "Databases refuse to be deleted", Instance, "deletionProtection") with { By = "`deletion_protection`, on by default" },
        Control.Truth("RDS.10", "Units sign in with IAM", Instance, "iamDatabaseAuthenticationEnabled"),
        new("RDS.11", "Databases are backed up for a week", Instance, database => database.Whole("backupRetentionPeriod") >= 7, database => database.With("backupRetentionPeriod", 1)) { By = "`backup_retention_days`, 7 by default" },
        Control.Truth("RDS.13", "Databases take minor versions by themselves", Instance, "autoMinorVersionUpgrade"),
        Control.Truth("RDS.17", "Snapshots keep the tags", Instance, "copyTagsToSnapshot"),
        Control.Given("RDS.18", "Databases are in a network of their own", Instance, "dbSubnetGroupName"),
        new("RDS.23", "Databases have an unusual port", Instance, database => database.Whole("port") is > 0 and not 5432, database => database.With("port", 5432)),
        new("RDS.25", "The administrator's name is none of the usual", Instance, database => database.Text("username") is not ("" or "postgres" or "admin"), database => database.With("username", "postgres")),
        Control.Given("RDS.36", "Databases write their log to CloudWatch", Instance, "enabledCloudwatchLogsExports"),
        new("RDS.38", "PostgreSQL takes connections with TLS only", Instance,
            database => Parameters(database, "aws:rds/parameterGroup:ParameterGroup", "parameterGroupName"),
            database => database.Without("parameterGroupName")),
    ];

    public static readonly IReadOnlyList<Control> OfClusters =
    [
        Control.Truth("RDS.7", "Clusters refuse to be deleted", Cluster, "deletionProtection") with { By = "`deletion_protection`, on by default" },
        Control.Truth("RDS.12", "Units sign in to clusters with IAM", Cluster, "iamDatabaseAuthenticationEnabled"),
        Control.Truth("RDS.16", "Snapshots of clusters keep the tags", Cluster, "copyTagsToSnapshot"),
        new("RDS.24", "The administrator's name of a cluster is none of the usual", Cluster, cluster => cluster.Text("masterUsername") is not ("" or "postgres" or "admin"), cluster => cluster.With("masterUsername", "postgres")),
        Control.Given("RDS.37", "Clusters write their log to CloudWatch", Cluster, "enabledCloudwatchLogsExports"),
        Control.Truth("RDS.27", "Clusters are encrypted at rest", Cluster, "storageEncrypted"),
        new("RDS.35", "Clusters take minor versions by themselves", Member, member => member.Truth("autoMinorVersionUpgrade") != false, member => member.With("autoMinorVersionUpgrade", false)),
        new("RDS.46", "Members of clusters have no public address", Member, member => member.Truth("publiclyAccessible") == false, member => member.With("publiclyAccessible", true)),
    ];

    private static bool Parameters(ControlledResource database, string type, string input) =>
        database.Graph.Resources.Items
            .Where(resource => resource.Type.Value == type)
            .Select(resource => database with { Resource = resource })
            .Any(group => database.Text(input).Contains($"${{{group.Resource.Name}.", StringComparison.Ordinal) && group.Text("parameters.name").Contains("rds.force_ssl", StringComparison.Ordinal));
}
