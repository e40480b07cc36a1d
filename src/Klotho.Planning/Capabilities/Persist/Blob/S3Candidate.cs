using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Persist.Blob;

/// <summary>A private S3 bucket.</summary>
public sealed class S3Candidate : Candidate
{
    public override CandidateType Type => new("s3");

    public override string Title => "Amazon S3 bucket";

    public override string DefaultReason => "pay per gigabyte, no servers";

    protected override bool TakesOwnKey => true;

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Truth("versioning", true, "Whether overwritten and deleted blobs can be brought back."),
        ParameterSpec.Truth("force_destroy", false, "Whether destroying the stack deletes the bucket with everything in it."),
    ]);

    public override ServiceEndpoint? Service(CapabilityEdge edge) => new("s3");

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var facts = context.Facts;
        var parameters = ParameterSet.Of(this, context);
        var reads = context.Demand.Average.PerMonth * facts["reads.share"] / 100;
        var cost = new CostSheet(facts)
            .Use("reads", reads, "s3.read")
            .Use("writes", context.Demand.Average.PerMonth - reads, "s3.write")
            .Use("stored", context.Demand.Stored.GiB, "s3.storage");
        return WithPrivateWay(Hosting(parameters, new(
            LatencyFigures.Of(facts, "s3"),
            facts.Percent("sla.s3"),
            ScalesToZero: true,
            MaxPayload: DataSize.OfGiB(Limit("single upload")),
            DataLoss: parameters.Truth("versioning") ? Duration.Zero : null,
            Recovery: Duration.Zero), cost), context);
    }
}
