namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>Tables, caches and secrets.</summary>
internal static class StoreControls
{
    private const string Table = "aws:dynamodb/table:Table";
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";

    public static readonly IReadOnlyList<Control> All =
    [
        new("DynamoDB.1", "Tables scale with demand", Table, table => table.Text("billingMode") == "PAY_PER_REQUEST", table => table.With("billingMode", "PROVISIONED")),
        Control.Truth("DynamoDB.2", "Tables can be restored to any second", Table, "pointInTimeRecovery.enabled") with { By = "`point_in_time_recovery`, on by default" },
        Control.Truth("DynamoDB.6", "Tables refuse to be deleted", Table, "deletionProtectionEnabled") with { By = "`deletion_protection`, on by default" },
        new("ElastiCache.2", "Caches take minor versions by themselves", Cache, cache => cache.Truth("autoMinorVersionUpgrade") != false, cache => cache.With("autoMinorVersionUpgrade", false)),
        Control.Truth("ElastiCache.4", "Caches are encrypted at rest", Cache, "atRestEncryptionEnabled"),
        Control.Truth("ElastiCache.5", "Caches are encrypted in transit", Cache, "transitEncryptionEnabled"),
        Control.Given("ElastiCache.7", "Caches are in subnets of their own", Cache, "subnetGroupName"),
    ];
}
