using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Persist.Blob;

/// <summary>A bucket of an S3-compatible server in the cluster.</summary>
public sealed class S3CompatibleCandidate : ClusterCandidate
{
    public override CandidateType Type => new("s3_compatible");

    public override string Title => "Bucket of an S3-compatible server in the cluster";

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var cost = new CostSheet(context.Facts).Standing("stored twice over", context.Demand.Stored.GiB * 2, "ebs.storage");
        yield return InsideCluster(
            context,
            ParameterSet.Of(this, context),
            InCluster.Served(context, "objects", Duration.Zero),
            cost,
            InCluster.Facilities(context, FacilityCatalogue.ClusterObjects));
    }
}
