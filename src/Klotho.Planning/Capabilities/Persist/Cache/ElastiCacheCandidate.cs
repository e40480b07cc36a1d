using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Persist.Cache;

/// <summary>A replication group of Valkey nodes in private subnets.</summary>
public sealed class ElastiCacheCandidate : Candidate
{
    public override CandidateType Type => new("elasticache");

    public override string Title => "Amazon ElastiCache for Valkey";

    public override string DefaultReason => "speaks the Redis protocol, patched by the provider";

    protected override bool TakesOwnKey => true;

    public override EquatableArray<string> Permanent { get; } = new([EncryptionKeys.Parameter]);

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ValkeyNodes.NodeType,
        ParameterSpec.Whole("replicas", 0, 0, 5, "How many nodes stand by to take over; with none, a failure empties the cache."),
        ParameterSpec.Whole("snapshot_retention_days", 0, 0, 35, "How many days of snapshots are kept; 0 takes none."),
    ]);

    /// <summary>A node alone, and one with a replica that takes over.</summary>
    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var alone = ParameterSet.Of(this, context);
        return new[] { alone, alone.AtLeast("replicas", 1) }.DistinctBy(parameters => parameters.Chosen).Select(parameters =>
            Hosting(parameters, ValkeyNodes.Traits(parameters, context), ValkeyNodes.Cost(parameters, context), FacilityCatalogue.Network));
    }
}
