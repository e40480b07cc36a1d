using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;

namespace Klotho.Planning.Capabilities;

/// <summary>What lives in a Kubernetes cluster: it moves to any, and needs one.</summary>
public abstract class ClusterCandidate : Candidate
{
    public override string DefaultReason => "moves to any cluster";

    public override string Drawback => "needs a Kubernetes cluster, which somebody has to run";

    public override EquatableArray<ParameterSpec> Parameters => EquatableArray<ParameterSpec>.Empty;

    /// <summary>A variant in the cluster. Nobody gets a cluster to run for its price alone; one that is there already may be used.</summary>
    /// <param name="context">The node.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="traits">What it gives.</param>
    /// <param name="cost">What it costs.</param>
    /// <param name="facilities">What it shares: <see cref="InCluster"/> has the facilities of the cluster.</param>
    protected Variant InsideCluster(VariantContext context, ParameterSet parameters, Traits traits, CostSheet cost, IEnumerable<FacilityId> facilities) =>
        Hosting(parameters, traits, cost, facilities) with
        {
            Reservation = context.Cluster.Exists ? null : "somebody would have to run a Kubernetes cluster, and no line asks for one",
        };
}
