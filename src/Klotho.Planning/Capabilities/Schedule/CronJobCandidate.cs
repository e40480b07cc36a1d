using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Schedule;

/// <summary>A cron job of the cluster that calls the unit of the annotated method.</summary>
public sealed class CronJobCandidate : ClusterCandidate
{
    public override CandidateType Type => new("cron_job");

    public override string Title => "Kubernetes cron job";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Truth("enabled", true, "Whether the schedule runs."),
        ParameterSpec.Whole("retry_attempts", 3, 0, 100, "How often a failed start is tried again."),
    ]);

    public override IEnumerable<Variant> Variants(VariantContext context) =>
        [InsideCluster(context, ParameterSet.Of(this, context), InCluster.Kept(context, latency: null) with { DataLoss = null }, new(context.Facts), InCluster.Facilities(context))];

    public override PairNeed? Need(Neighbour own, Neighbour other) =>
        own.Edge.Kind == EdgeKind.Triggers && other.Profile.Portability != Portability.Kubernetes
            ? PairNeed.Forbidden($"a cron job starts only units in its cluster, and `{other.Node.Id.Name}` is on {other.Profile.Type}")
            : null;
}
