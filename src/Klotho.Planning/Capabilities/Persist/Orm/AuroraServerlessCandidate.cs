using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Persist.Orm;

/// <summary>A PostgreSQL cluster whose capacity follows the load.</summary>
public sealed class AuroraServerlessCandidate : Candidate
{
    private const decimal Smallest = 0.5m;

    public override CandidateType Type => new("aurora_serverless");

    public override string Title => "Amazon Aurora Serverless v2 for PostgreSQL";

    public override string DefaultReason => "capacity follows the load, storage in three zones";

    public override string Drawback => "dearer than a small instance while there is load";

    protected override bool TakesOwnKey => true;

    public override EquatableArray<string> Permanent { get; } = new([EncryptionKeys.Parameter]);

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Choice("min_capacity", 0, [0, 1, 2, 4, 8, 16, 32], "The least capacity in ACUs (about 2 GB of memory each); 0 pauses the cluster while nobody uses it."),
        ParameterSpec.Choice("max_capacity", 4, [1, 2, 4, 8, 16, 32, 64, 128], "The most capacity in ACUs."),
        ParameterSpec.Whole("engine_version", 17, 16, 17, "The major version of PostgreSQL."),
        ParameterSpec.Truth("multi_az", false, "Whether a reader in another zone takes over when the writer fails."),
        ParameterSpec.Whole("backup_retention_days", 7, 1, 35, "How many days of backups are kept."),
        ParameterSpec.Truth("deletion_protection", true, "Whether deleting the cluster is refused until this is switched off."),
    ]);

    /// <summary>Pausing while nobody uses it; always on; and always on with a reader in another zone.</summary>
    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var most = (long)Math.Ceiling(Needed(context, context.Demand.Peak));
        var least = ParameterSet.Of(this, context).AtLeast("max_capacity", most);
        var on = least.AtLeast("min_capacity", 1);
        return new[] { least, on, on.With("multi_az", true) }.DistinctBy(parameters => parameters.Chosen).Select(parameters => Hosted(parameters, context));
    }

    private Variant Hosted(ParameterSet parameters, VariantContext context)
    {
        var facts = context.Facts;
        var demand = context.Demand;
        var reader = parameters.Truth("multi_az");
        var instances = reader ? 2 : 1;
        var floor = parameters.Whole("min_capacity");
        var ceiling = Math.Max(parameters.Whole("max_capacity"), floor);
        decimal Capacity(Rate rate) => Math.Clamp(Needed(context, rate), Math.Max(floor, Smallest), ceiling) * instances * CostSheet.Hours;
        var idles = floor == 0 && demand.Average.PerSecond * facts["aurora.pause"] < 1;
        var cost = new CostSheet(facts)
            .Scaling("capacity", floor * instances * CostSheet.Hours, idles ? Capacity(demand.Average) / 10 : Capacity(demand.Average), Capacity(demand.Peak), "aurora.capacity")
            .Use("stored", demand.Stored.GiB, "aurora.storage")
            .Use("reads and writes of storage", demand.Average.PerMonth, "aurora.io");
        var start = floor == 0 ? facts.Time("aurora.resume") : (Duration?)null;
        var warm = LatencyFigures.Of(facts, "aurora");
        var traits = new Traits(
            start is { } pause ? warm with { P99 = warm.P99 + pause } : warm,
            facts.Percent(reader ? "sla.aurora" : "sla.aurora.one_instance"),
            ScalesToZero: floor == 0,
            ColdStart: start,
            MaxRate: new(ceiling * facts["aurora.rate"]),
            DataLoss: Duration.Zero,
            Recovery: facts.Time(reader ? "aurora.failover" : "aurora.restart"),
            Network: NetworkPlace.Private);
        return Hosting(parameters, traits, cost, FacilityCatalogue.Network);
    }

    private static decimal Needed(VariantContext context, Rate rate) => Math.Max(Smallest, rate.PerSecond / context.Facts["aurora.rate"]);
}
