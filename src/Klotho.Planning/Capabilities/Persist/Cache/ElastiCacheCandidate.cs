using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Persist.Cache;

/// <summary>A replication group of Valkey nodes in private subnets.</summary>
public sealed class ElastiCacheCandidate : Candidate
{
    private const long SecondsPerDay = 24 * 60 * 60;

    public override CandidateType Type => new("elasticache");

    public override string Title => "Amazon ElastiCache for Valkey";

    public override string DefaultReason => "speaks the Redis protocol, patched by the provider";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Choice("node_type", "cache.t4g.micro", ["cache.t4g.micro", "cache.t4g.small", "cache.t4g.medium", "cache.m7g.large", "cache.m7g.xlarge", "cache.r7g.large", "cache.r7g.xlarge"], "The size of a node."),
        ParameterSpec.Whole("replicas", 0, 0, 5, "How many nodes stand by to take over; with none, a failure empties the cache."),
        ParameterSpec.Whole("snapshot_retention_days", 0, 0, 35, "How many days of snapshots are kept; 0 takes none."),
    ]);

    public override EquatableArray<HardLimit> Limits { get; } = new(
    [
        new("replicas", 5, "", "Amazon ElastiCache User Guide: Quotas for ElastiCache", "2026-11-22"),
    ]);

    /// <summary>A node alone, and one with a replica that takes over.</summary>
    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var alone = ParameterSet.Of(this, context);
        return new[] { alone, alone.AtLeast("replicas", 1) }.DistinctBy(parameters => parameters.Chosen).Select(parameters => Hosted(parameters, context));
    }

    private Variant Hosted(ParameterSet parameters, VariantContext context)
    {
        var facts = context.Facts;
        var nodes = parameters.Whole("replicas") + 1;
        var size = parameters.Text("node_type");
        var snapshots = parameters.Whole("snapshot_retention_days");
        var cost = new CostSheet(facts).Standing($"{nodes} {size}", nodes * CostSheet.Hours, $"elasticache.{size}");
        if (snapshots > 0)
        {
            cost.Use($"snapshots of {snapshots} days", snapshots * context.Demand.Stored.GiB, "elasticache.backup");
        }

        var traits = new Traits(
            LatencyFigures.Of(facts, "redis"),
            facts.Percent(nodes > 1 ? "sla.elasticache" : "sla.elasticache.one_node"),
            ScalesToZero: false,
            MaxRate: new(facts["redis.rate"]),
            DataLoss: snapshots > 0 ? Duration.OfSeconds(SecondsPerDay) : null,
            Recovery: facts.Time(nodes > 1 ? "elasticache.failover" : "elasticache.replace"),
            Network: NetworkPlace.Private);
        return Hosting(parameters, traits, cost, FacilityCatalogue.Network);
    }
}
