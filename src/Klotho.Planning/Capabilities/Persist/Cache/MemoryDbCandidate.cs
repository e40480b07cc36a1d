using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Persist.Cache;

/// <summary>A Valkey cluster that loses nothing that it has confirmed.</summary>
public sealed class MemoryDbCandidate : Candidate
{
    // Valkey's first writes of a month cost nothing (Amazon MemoryDB pricing, 2026-11-22).
    private const long FreeWrites = 10_000;

    public override CandidateType Type => new("memorydb");

    public override string Title => "Amazon MemoryDB for Valkey";

    public override string DefaultReason => "what it confirmed is in several zones";

    public override string Drawback => "dearer than a cache that may lose its content";

    protected override bool TakesOwnKey => true;

    public override EquatableArray<string> Permanent { get; } = new([EncryptionKeys.Parameter]);

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Choice("node_type", "db.t4g.small", ["db.t4g.small", "db.t4g.medium", "db.r6g.large", "db.r6g.xlarge"], "The size of a node."),
        ParameterSpec.Whole("shards", 1, 1, 500, "How many parts the keys are spread over."),
        ParameterSpec.Whole("replicas", 0, 0, 5, "How many nodes of each shard stand by to take over."),
    ]);

    /// <summary>Enough shards for the peak; and with a replica that takes over.</summary>
    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var alone = ParameterSet.Of(this, context).AtLeast("shards", (long)Math.Ceiling(context.Demand.Peak.PerSecond / context.Facts["redis.rate"]));
        return new[] { alone, alone.AtLeast("replicas", 1) }.DistinctBy(parameters => parameters.Chosen).Select(parameters => Hosted(parameters, context));
    }

    private Variant Hosted(ParameterSet parameters, VariantContext context)
    {
        var facts = context.Facts;
        var demand = context.Demand;
        var replicas = parameters.Whole("replicas");
        var nodes = parameters.Whole("shards") * (replicas + 1);
        var size = parameters.Text("node_type");
        var written = demand.Average.PerMonth * (100 - facts["reads.share"]) / 100 * demand.Payload.GiB;
        var cost = new CostSheet(facts)
            .Standing($"{nodes} {size}", nodes * CostSheet.Hours, $"memorydb.{size}")
            .Use($"written beyond {FreeWrites} GB", Math.Max(0, written - FreeWrites), "memorydb.written");
        var traits = new Traits(
            LatencyFigures.Of(facts, "memorydb"),
            facts.Percent(replicas > 0 ? "sla.memorydb" : "sla.elasticache.one_node"),
            ScalesToZero: false,
            MaxRate: new(parameters.Whole("shards") * facts["redis.rate"]),
            DataLoss: Duration.Zero,
            Recovery: facts.Time(replicas > 0 ? "memorydb.failover" : "elasticache.replace"),
            Network: NetworkPlace.Private);
        return Hosting(parameters, traits, cost, FacilityCatalogue.Network);
    }
}
