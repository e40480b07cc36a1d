using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Persist.Cache;

/// <summary>A key space in the Redis servers of the cluster.</summary>
public sealed class ClusterRedisCandidate : Candidate
{
    public override CandidateType Type => new("redis");

    public override string Title => "Redis in the cluster";

    public override string DefaultReason => "moves to any cluster";

    public override string Drawback => InCluster.Drawback;

    public override EquatableArray<ParameterSpec> Parameters { get; } = EquatableArray<ParameterSpec>.Empty;

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var cost = new CostSheet(context.Facts);
        yield return Hosting(
            ParameterSet.Of(this, context),
            InCluster.Served(context, "redis", null),
            cost,
            InCluster.Facilities(FacilityCatalogue.ClusterRedis));
    }
}
