using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Persist.Orm;

/// <summary>A PostgreSQL instance in private subnets.</summary>
public sealed class RdsPostgresCandidate : Candidate
{
    private const decimal Headroom = 1.5m;

    public override CandidateType Type => new("rds_postgres");

    public override string Title => "Amazon RDS for PostgreSQL";

    public override string DefaultReason => "plain PostgreSQL with backups";

    protected override bool TakesOwnKey => true;

    public override EquatableArray<string> Permanent { get; } = new([EncryptionKeys.Parameter]);

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Choice("instance_class", "db.t4g.micro", ["db.t4g.micro", "db.t4g.small", "db.t4g.medium", "db.t4g.large", "db.m7g.large", "db.m7g.xlarge", "db.m7g.2xlarge", "db.r7g.large", "db.r7g.xlarge", "db.r7g.2xlarge"], "The size of the instance."),
        ParameterSpec.Whole("allocated_storage", 20, 20, 65536, "Storage in GB."),
        ParameterSpec.Whole("engine_version", 17, 14, 17, "The major version of PostgreSQL."),
        ParameterSpec.Truth("multi_az", false, "Whether a standby in another zone takes over when the instance fails."),
        ParameterSpec.Whole("backup_retention_days", 7, 1, 35, "How many days of backups are kept."),
        ParameterSpec.Truth("deletion_protection", true, "Whether deleting the instance is refused until this is switched off."),
    ]);

    /// <summary>The smallest instance for the peak with room for the data; and the same with a standby in another zone.</summary>
    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var least = Sized(ParameterSet.Of(this, context), context)
            .AtLeast("allocated_storage", (long)Math.Ceiling(context.Demand.Stored.GiB * Headroom));
        return new[] { least, least.With("multi_az", true) }.DistinctBy(parameters => parameters.Chosen).Select(parameters => Hosted(parameters, context));
    }

    private Variant Hosted(ParameterSet parameters, VariantContext context)
    {
        var facts = context.Facts;
        var standby = parameters.Truth("multi_az");
        var instances = standby ? 2 : 1;
        var size = parameters.Text("instance_class");
        var storage = parameters.Whole("allocated_storage");
        var cost = new CostSheet(facts)
            .Standing(standby ? $"{size} and its standby" : size, instances * CostSheet.Hours, $"rds.{size}")
            .Standing("storage", instances * storage, "rds.storage");
        var traits = new Traits(
            LatencyFigures.Of(facts, "postgres"),
            facts.Percent(standby ? "sla.rds.multi_az" : "sla.rds.single_az"),
            ScalesToZero: false,
            MaxRate: Serves(size, context),
            DataLoss: facts.Time("rds.data_loss"),
            Recovery: facts.Time(standby ? "rds.failover" : "rds.restore"),
            Network: NetworkPlace.Private);
        return Hosting(parameters, traits, cost, FacilityCatalogue.Network);
    }

    private ParameterSet Sized(ParameterSet parameters, VariantContext context)
    {
        var classes = Parameters.Items.First(spec => spec.Name == "instance_class").Choices.Items.Select(choice => $"{choice}").ToList();
        var fits = classes.Skip(classes.IndexOf(parameters.Text("instance_class"))).FirstOrDefault(size => Serves(size, context) >= context.Demand.Peak);
        return fits is null ? parameters : parameters.With("instance_class", fits);
    }

    private static Rate Serves(string size, VariantContext context) => new(context.Facts["postgres.rate"] * Processors(size));

    private static int Processors(string size) => size.Split('.')[^1] switch { "xlarge" => 4, "2xlarge" => 8, _ => 2 };
}
