using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Expose;

/// <summary>Routes of the cluster's ingress controller, which all gateways share.</summary>
public sealed class IngressCandidate : ClusterCandidate
{
    public override CandidateType Type => new("ingress");

    public override string Title => "Kubernetes ingress";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Choice("api", "ingress", ["ingress", "gateway"], "Which interface of Kubernetes declares the routes: Ingress, or the Gateway API."),
        OwnDomain.Domain("The domain name of its own, for which the cluster keeps a certificate; without one it answers plain HTTP, under any name."),
        ParameterSpec.Whole("read_timeout", 60, 1, 86400, "For how many seconds a unit may be silent while it answers."),
        ParameterSpec.Whole("body_size", 10, 1, 5120, "Size of the largest request in MB."),
    ]);

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var demand = context.Demand;
        var waits = context.Wish.MaxDuration is { } longest ? (long)Math.Ceiling(longest.Seconds) : (long?)null;
        var parameters = ParameterSet.Of(this, context)
            .AtLeast("read_timeout", waits)
            .AtLeast("body_size", (long)Math.Ceiling(demand.Payload.GiB * 1024));
        var cost = new CostSheet(context.Facts)
            .Use($"answers of {demand.Payload}", demand.Average.PerMonth * demand.Payload.GiB, "data.out");
        yield return InsideCluster(context, parameters, new(
            LatencyFigures.Of(context.Facts, "ingress"),
            context.Facts.Percent("sla.pods"),
            ScalesToZero: false,
            MaxDuration: Duration.OfSeconds(parameters.Whole("read_timeout")),
            MaxPayload: DataSize.OfMiB(parameters.Whole("body_size")),
            Recovery: Duration.Zero,
            Portability: Portability.Kubernetes,
            Network: NetworkPlace.Internet), cost, parameters.Text("api") == "ingress" ? InCluster.WithEntry(context) : InCluster.Facilities(context));
    }

    public override PairNeed? Need(Neighbour own, Neighbour other) =>
        own.Edge.Kind == EdgeKind.HandledBy && other.Profile.Portability != Portability.Kubernetes
            ? PairNeed.Forbidden($"an ingress reaches only units in its cluster, and `{other.Node.Id.Name}` is on {other.Profile.Type}")
            : null;
}
