using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Persist;

/// <summary>What ElastiCache's nodes give and cost, for every candidate that keeps data there.</summary>
internal static class ValkeyNodes
{
    private const long SecondsPerDay = 24 * 60 * 60;

    public static readonly ParameterSpec NodeType = ParameterSpec.Choice(
        "node_type",
        "cache.t4g.micro",
        ["cache.t4g.micro", "cache.t4g.small", "cache.t4g.medium", "cache.m7g.large", "cache.m7g.xlarge", "cache.r7g.large", "cache.r7g.xlarge"],
        "The size of a node.");

    /// <param name="parameters">With <c>node_type</c>, <c>replicas</c> and <c>snapshot_retention_days</c>.</param>
    /// <param name="context">The node.</param>
    public static CostSheet Cost(ParameterSet parameters, VariantContext context)
    {
        var nodes = parameters.Whole("replicas") + 1;
        var size = parameters.Text("node_type");
        var snapshots = parameters.Whole("snapshot_retention_days");
        var cost = new CostSheet(context.Facts).Standing($"{nodes} {size}", nodes * CostSheet.Hours, $"elasticache.{size}");
        return snapshots > 0 ? cost.Use($"snapshots of {snapshots} days", snapshots * context.Demand.Stored.GiB, "elasticache.backup") : cost;
    }

    public static Traits Traits(ParameterSet parameters, VariantContext context)
    {
        var facts = context.Facts;
        var takesOver = parameters.Whole("replicas") > 0;
        return new(
            LatencyFigures.Of(facts, "redis"),
            facts.Percent(takesOver ? "sla.elasticache" : "sla.elasticache.one_node"),
            ScalesToZero: false,
            MaxRate: new(facts["redis.rate"]),
            DataLoss: parameters.Whole("snapshot_retention_days") > 0 ? Duration.OfSeconds(SecondsPerDay) : null,
            Recovery: facts.Time(takesOver ? "elasticache.failover" : "elasticache.replace"),
            Network: NetworkPlace.Private);
    }
}
