using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Expose;

/// <summary>A load balancer on the internet: for long requests, and for so many that a fixed price is cheaper than one for each.</summary>
public sealed class AlbCandidate : Candidate
{
    private const long LongestWait = 4000;

    // What one capacity unit takes (Elastic Load Balancing pricing, 2026-11-22).
    private const decimal ConnectionsOfUnit = 25;
    private const decimal BytesOfUnit = (1L << 30) / 3600m;

    public override CandidateType Type => new("alb");

    public override string Title => "Application Load Balancer";

    public override string DefaultReason => "requests of up to an hour, cheap for many of them";

    public override string Drawback => "billed around the clock, and TLS needs a domain name of one's own";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Whole("idle_timeout", 60, 1, LongestWait, "For how many seconds a connection may be silent."),
        OwnDomain.Domain("The domain name of its own, which takes a certificate; without one it answers plain HTTP."),
        OwnDomain.HostedZone,
        WebFirewall.Parameter,
        ParameterSpec.Truth("deletion_protection", true, "Whether deleting the load balancer is refused until this is switched off."),
        ParameterSpec.Choice("log_retention_days", 30, CloudWatchLogs.RetentionDays, "How many days the line for each request is kept."),
    ]);

    public override IEnumerable<KlothoDiagnostic> Check(Decision decision, Plan plan) =>
        RoutePatience.Check(decision, plan, decision.Parameter("idle_timeout") is { Value: ParameterValue.Whole waits } ? waits.Value : LongestWait).Concat(OwnDomain.Check(decision));

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var facts = context.Facts;
        var demand = context.Demand;
        var waits = context.Wish.MaxDuration is { } longest ? (long)Math.Ceiling(longest.Seconds) : (long?)null;
        var parameters = ParameterSet.Of(this, context).AtLeast("idle_timeout", waits).AtLeast("log_retention_days", context.Wish.LogRetentionDays);

        // What it hands to a function is limited. Where more is asked it serves only units that are none, without a limit (see Needs).
        var toFunctions = DataSize.OfMiB(Limit("payload to a function"));
        var cost = new CostSheet(facts)
            .Standing("load balancer", CostSheet.Hours, "alb.hour")
            .Standing("public addresses", FacilityCatalogue.Zones * CostSheet.Hours, "public_address.hour")
            .Use("capacity units", Units(demand) * CostSheet.Hours, "alb.capacity")
            .Use($"answers of {demand.Payload}", demand.Average.PerMonth * demand.Payload.GiB, "data.out")
            .Firewall(parameters, demand.Average.PerMonth);
        yield return Hosting(parameters, new(
            LatencyFigures.Of(facts, "alb"),
            facts.Percent("sla.alb"),
            ScalesToZero: false,
            MaxDuration: Duration.OfSeconds(parameters.Whole("idle_timeout")),
            MaxPayload: demand.Payload <= toFunctions ? toFunctions : null,
            Recovery: Duration.Zero,
            Network: NetworkPlace.Internet), cost, FacilityCatalogue.Network) with
        {
            Reservation = parameters.Text("domain").Length > 0 ? null : "it would answer without TLS, which takes a `domain` of its own",
        };
    }

    public override PairNeed? Need(Neighbour own, Neighbour other) =>
        own.Edge.Kind == EdgeKind.HandledBy && other.Profile is { Network: NetworkPlace.Private, Portability: Portability.Kubernetes } ? PairNeed.Forbidden($"a load balancer outside of the cluster does not reach `{other.Node.Id.Name}` in it")
        : own.Edge.Kind == EdgeKind.HandledBy && other.Profile.Type.Name == "lambda" && own.Profile.MaxPayload is null ? PairNeed.Forbidden($"a load balancer hands at most {Limit("payload to a function")} MB to the function `{other.Node.Id.Name}`")
        : null;

    private static decimal Units(Demand demand) => Math.Max(
        demand.Average.PerSecond / ConnectionsOfUnit,
        demand.Average.PerSecond * demand.Payload.Bytes / BytesOfUnit);
}
