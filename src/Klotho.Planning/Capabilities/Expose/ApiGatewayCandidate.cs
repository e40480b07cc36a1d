using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Expose;

/// <summary>An HTTP API in front of the units that handle routes.</summary>
public sealed class ApiGatewayCandidate : Candidate
{
    public override CandidateType Type => new("apigateway");

    public override string Title => "Amazon API Gateway HTTP API";

    public override string DefaultReason => "pay per request, TLS and throttling included";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Whole("throttling_rate", 1000, 1, 10000, "Requests per second, on average, before callers get 429."),
        ParameterSpec.Whole("throttling_burst", 500, 1, 5000, "Requests at once before callers get 429."),
        OwnDomain.Domain("The domain name of its own, under which alone it answers then."),
        OwnDomain.HostedZone,
        ParameterSpec.Choice("log_retention_days", 30, CloudWatchLogs.RetentionDays, "How many days logs are kept."),
    ]);

    public override IEnumerable<KlothoDiagnostic> Check(Decision decision, Plan plan) =>
        TooPatient(decision, plan).Concat(RoutePatience.Check(decision, plan, Limit("integration timeout"))).Concat(OwnDomain.Check(decision));

    /// <summary>A unit that does nothing but answer the gateway's requests has no use for a longer timeout than the gateway's.</summary>
    private IEnumerable<KlothoDiagnostic> TooPatient(Decision decision, Plan plan)
    {
        var waits = Limit("integration timeout");
        var routes = plan.Graph.From(decision.Node).Where(edge => edge.Kind == EdgeKind.Exposes).Select(edge => edge.To).ToHashSet();
        foreach (var unit in plan.Decisions)
        {
            var incoming = plan.Graph.To(unit.Node).ToArray();
            var answered = incoming.Where(edge => edge.Kind == EdgeKind.HandledBy && routes.Contains(edge.From)).ToArray();
            if (answered.Length > 0 && incoming.All(edge => edge.Kind == EdgeKind.HandledBy) &&
                unit.Parameter("timeout") is { Value: ParameterValue.Whole seconds, Origin: Origin.Written written } && seconds.Value > waits)
            {
                var route = plan.Graph.Find(answered[0].From)?.Locations.Items ?? [];
                yield return LimitRules.BeyondNeighbour.At(
                    [written.Location, .. route.Take(1)],
                    $"timeout of {unit.Node}",
                    $"{seconds} s",
                    $"the gateway {decision.Node.Name} ({Type}) waits {waits} s for {answered[0].From.Name}",
                    $"{waits}");
            }
        }
    }

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var facts = context.Facts;
        var requests = context.Demand.Average.PerMonth;
        var parameters = ParameterSet.Of(this, context)
            .AtLeast("throttling_rate", (long)Math.Ceiling(context.Demand.Peak.PerSecond))
            .AtLeast("log_retention_days", context.Wish.LogRetentionDays);
        var cost = new CostSheet(facts)
            .Use("requests", requests, "apigateway.request")
            .Use($"answers of {context.Demand.Payload}", requests * context.Demand.Payload.GiB, "data.out")
            .Logs(context, parameters.Whole("log_retention_days"));
        var traits = new Traits(
            LatencyFigures.Of(facts, "apigateway"),
            facts.Percent("sla.apigateway"),
            ScalesToZero: true,
            MaxDuration: facts.Time("apigateway.max_duration"),
            MaxPayload: DataSize.OfMiB(Limit("request or response payload")),
            MaxRate: new(parameters.Whole("throttling_rate")),
            Recovery: Duration.Zero,
            Network: NetworkPlace.Internet);
        yield return Hosting(parameters, traits, cost);
    }

    public override PairNeed? Need(Neighbour own, Neighbour other) =>
        own.Edge.Kind == EdgeKind.HandledBy && other.Profile is { Network: NetworkPlace.Private, Portability: Portability.Kubernetes } ? PairNeed.Forbidden($"an HTTP API does not reach `{other.Node.Id.Name}` inside a cluster")
        : own.Edge.Kind == EdgeKind.HandledBy && other.Profile.Type.Name == "fargate" ? PairNeed.Of(FacilityCatalogue.LoadBalancer(other.Node.Id.Name))
        : null;
}
