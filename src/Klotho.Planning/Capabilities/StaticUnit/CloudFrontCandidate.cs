using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.StaticUnit;

/// <summary>A CloudFront distribution that alone can read the bucket with the files.</summary>
public sealed class CloudFrontCandidate : Candidate
{
    public override CandidateType Type => new("cloudfront");

    public override string Title => "Amazon CloudFront in front of a private S3 bucket";

    public override string DefaultReason => "served near the reader, TLS included, no servers";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Choice("price_class", "PriceClass_100", ["PriceClass_100", "PriceClass_200", "PriceClass_All"], "Which edge locations serve: North America and Europe, most of the world, or all."),
        OwnDomain.Domain("The domain name of its own, besides the one that AWS gives it."),
        OwnDomain.HostedZone,
        WebFirewall.Parameter,
        ParameterSpec.Choice("log_retention_days", 30, CloudWatchLogs.RetentionDays, "How many days the line for each request is kept."),
        ParameterSpec.Truth("force_destroy", true, "Whether destroying the stack deletes the bucket with the files, which the next compile builds again."),
    ]);

    public override IEnumerable<KlothoDiagnostic> Check(Decision decision, Plan plan) => OwnDomain.Check(decision);

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var facts = context.Facts;
        var parameters = ParameterSet.Of(this, context).AtLeast("log_retention_days", context.Wish.LogRetentionDays);
        var requests = facts["static.requests"] * 1_000_000;
        var cost = new CostSheet(facts)
            .Use("loaded by visitors", facts["static.out"], "cloudfront.out")
            .Use("requests", requests, "cloudfront.request")
            .Logs(context, requests, parameters.Whole("log_retention_days"))
            .Firewall(parameters, requests);
        yield return Hosting(parameters, new(
            LatencyFigures.Of(facts, "cloudfront"),
            facts.Percent("sla.cloudfront"),
            ScalesToZero: true,
            DataLoss: Duration.Zero,
            Recovery: Duration.Zero,
            Network: NetworkPlace.Internet), cost);
    }
}
