using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Persist.Orm;

/// <summary>A PostgreSQL instance in private subnets.</summary>
public sealed class RdsPostgresCandidate : Candidate
{
    public override CandidateType Type => new("rds_postgres");

    public override string Title => "Amazon RDS for PostgreSQL";

    public override string DefaultReason => "plain PostgreSQL with backups";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Choice("instance_class", "db.t4g.micro", ["db.t4g.micro", "db.t4g.small", "db.t4g.medium", "db.t4g.large", "db.m7g.large", "db.m7g.xlarge", "db.m7g.2xlarge", "db.r7g.large", "db.r7g.xlarge", "db.r7g.2xlarge"], "The size of the instance."),
        ParameterSpec.Whole("allocated_storage", 20, 20, 65536, "Storage in GB."),
        ParameterSpec.Whole("engine_version", 17, 14, 17, "The major version of PostgreSQL."),
        ParameterSpec.Truth("multi_az", false, "Whether a standby in another zone takes over when the instance fails."),
        ParameterSpec.Whole("backup_retention_days", 7, 1, 35, "How many days of backups are kept."),
        ParameterSpec.Truth("deletion_protection", true, "Whether deleting the instance is refused until this is switched off."),
    ]);

    public override EquatableArray<HardLimit> Limits { get; } = new(
    [
        new("allocated storage", 65536, "GB", "Amazon RDS User Guide: Quotas and constraints for Amazon RDS", "2026-11-22"),
        new("backup retention", 35, "days", "Amazon RDS User Guide: Backup retention period", "2026-11-22"),
    ]);
}
