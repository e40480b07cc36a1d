using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Persist.Cache;

/// <summary>A replication group of Valkey nodes in private subnets.</summary>
public sealed class ElastiCacheCandidate : Candidate
{
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
}
