using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.StaticUnit;

/// <summary>Pods of a web server with the files in their image.</summary>
public sealed class WebServerCandidate : ClusterCandidate
{
    private const decimal ProcessorsOfPod = 0.1m;

    public override CandidateType Type => new("web_server");

    public override string Title => "Web server in the cluster";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Whole("replicas", 2, 1, 100, "How many pods run."),
    ]);

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var parameters = ParameterSet.Of(this, context);
        var pods = parameters.Whole("replicas");
        var cost = new CostSheet(context.Facts)
            .Pods($"{pods} pods", pods, ProcessorsOfPod)
            .Use("loaded by visitors", context.Facts["static.out"], "data.out");
        yield return InsideCluster(context, parameters, new(
            LatencyFigures.Of(context.Facts, "ingress"),
            context.Facts.Percent(pods > 1 ? "sla.pods" : "sla.one_pod"),
            ScalesToZero: false,
            DataLoss: Duration.Zero,
            Recovery: pods > 1 ? Duration.Zero : context.Facts.Time("pod.restart"),
            Portability: Portability.Kubernetes,
            Network: NetworkPlace.Internet), cost, InCluster.WithEntry(context));
    }

    public override PairNeed? Need(Neighbour own, Neighbour other) =>
        own.Edge.Kind == EdgeKind.Exposes && other.Profile.Portability != Portability.Kubernetes
            ? PairNeed.Forbidden($"files in a cluster are reached through its ingress, and `{other.Node.Id.Name}` is on {other.Profile.Type}")
            : null;
}
