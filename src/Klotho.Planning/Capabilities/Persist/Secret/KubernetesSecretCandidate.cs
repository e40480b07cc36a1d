using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Persist.Secret;

/// <summary>A secret that the cluster keeps.</summary>
public sealed class KubernetesSecretCandidate : ClusterCandidate
{
    public override CandidateType Type => new("kubernetes_secret");

    public override string Title => "Kubernetes secret";

    public override IEnumerable<Variant> Variants(VariantContext context) =>
        [InsideCluster(context, ParameterSet.Of(this, context), InCluster.Kept(context, latency: null, DataSize.OfMiB(Limit("value"))), new(context.Facts), InCluster.Facilities(context))];
}
