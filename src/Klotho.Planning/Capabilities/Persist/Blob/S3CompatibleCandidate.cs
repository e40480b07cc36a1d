using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Persist.Blob;

/// <summary>A bucket of an S3-compatible server in the cluster.</summary>
public sealed class S3CompatibleCandidate : Candidate
{
    public override CandidateType Type => new("s3_compatible");

    public override string Title => "Bucket of an S3-compatible server in the cluster";

    public override string DefaultReason => "moves to any cluster";

    public override string Drawback => InCluster.Drawback;

    public override EquatableArray<ParameterSpec> Parameters { get; } = EquatableArray<ParameterSpec>.Empty;

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var cost = new CostSheet(context.Facts).Standing("stored twice over", context.Demand.Stored.GiB * 2, "ebs.storage");
        yield return Hosting(
            ParameterSet.Of(this, context),
            InCluster.Served(context, "objects", Duration.Zero),
            cost,
            InCluster.Facilities(FacilityCatalogue.ClusterObjects));
    }
}
