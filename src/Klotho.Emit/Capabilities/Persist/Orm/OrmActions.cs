using Klotho.Analysis.Capabilities.Persist.Orm;

namespace Klotho.Emit.Capabilities.Persist.Orm;

/// <summary>
/// The RDS action behind an EF Core context (Service Authorization Reference: Amazon RDS IAM Authentication, read 2026-11-22): to sign in.
/// What a unit may read or write is the database's own matter.
/// </summary>
internal static class OrmActions
{
    public static readonly OperationActions RdsPostgres = new(new(
    [
        new("DbContext.Query", "rds-db:connect"),
        new(OrmNode.Outbox, "rds-db:connect"),
        new("DbContext.SaveChangesAsync", "rds-db:connect"),
    ]));
}
