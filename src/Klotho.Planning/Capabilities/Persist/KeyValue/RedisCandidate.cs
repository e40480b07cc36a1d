using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Persist.KeyValue;

/// <summary>Keys of ElastiCache nodes in private subnets: for values that must be read in a millisecond and may be lost.</summary>
public sealed class RedisCandidate : Candidate
{
    public override CandidateType Type => new("redis");

    public override string Title => "Amazon ElastiCache for Valkey, as a store";

    public override string DefaultReason => "a value in a millisecond";

    public override string Drawback => "billed around the clock, and a failure may lose the newest values";

    protected override bool TakesOwnKey => true;

    public override EquatableArray<string> Permanent { get; } = new([EncryptionKeys.Parameter]);

    protected override string LimitsOf => "elasticache";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ValkeyNodes.NodeType,
        ParameterSpec.Whole("replicas", 0, 0, 5, "How many nodes stand by to take over; with none, a failure loses what no snapshot holds."),
        ParameterSpec.Whole("snapshot_retention_days", 1, 0, 35, "How many days of snapshots are kept; 0 takes none."),
    ]);

    /// <summary>A node alone, and one with a replica that takes over.</summary>
    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var alone = ParameterSet.Of(this, context);
        return new[] { alone, alone.AtLeast("replicas", 1) }.DistinctBy(parameters => parameters.Chosen).Select(parameters =>
            Hosting(parameters, ValkeyNodes.Traits(parameters, context), ValkeyNodes.Cost(parameters, context), FacilityCatalogue.Network) with
            {
                Reservation = context.Wish.DataLoss is null ? "a failure may lose the newest values, and no line allows that" : null,
            });
    }
}
