using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Persist.Cache;

/// <summary>A key space in the Redis servers of the cluster.</summary>
public sealed class ClusterRedisCandidate : ClusterCandidate
{
    public override CandidateType Type => new("redis");

    public override string Title => "Redis in the cluster";

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var cost = new CostSheet(context.Facts);
        yield return InsideCluster(
            context,
            ParameterSet.Of(this, context),
            InCluster.Copied(context, "redis", null),
            cost,
            InCluster.Facilities(context, FacilityCatalogue.ClusterRedis));
    }
}
