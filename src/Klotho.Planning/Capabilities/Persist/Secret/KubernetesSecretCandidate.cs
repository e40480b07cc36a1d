using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Persist.Secret;

/// <summary>A secret that the cluster keeps.</summary>
public sealed class KubernetesSecretCandidate : Candidate
{
    public override CandidateType Type => new("kubernetes_secret");

    public override string Title => "Kubernetes secret";

    public override string DefaultReason => "moves to any cluster";

    public override string Drawback => InCluster.Drawback;

    public override EquatableArray<ParameterSpec> Parameters { get; } = EquatableArray<ParameterSpec>.Empty;

    public override IEnumerable<Variant> Variants(VariantContext context) =>
        [Hosting(ParameterSet.Of(this, context), InCluster.Kept(context, latency: null, DataSize.OfMiB(Limit("value"))), new(context.Facts), InCluster.Facilities())];
}
