using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Config;

/// <summary>A value that the cluster keeps.</summary>
public sealed class ConfigMapCandidate : ClusterCandidate
{
    public override CandidateType Type => new("config_map");

    public override string Title => "Kubernetes config map";

    public override IEnumerable<Variant> Variants(VariantContext context) =>
        [InsideCluster(context, ParameterSet.Of(this, context), InCluster.Kept(context, latency: null, DataSize.OfMiB(Limit("value"))), new(context.Facts), InCluster.Facilities(context))];
}
