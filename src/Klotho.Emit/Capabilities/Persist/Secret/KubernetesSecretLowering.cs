using Klotho.Analysis.Graph;
using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.Secret;

/// <summary>A secret of the cluster, which the operator makes: pods read it as a file, and see it when it changes.</summary>
public sealed class KubernetesSecretLowering : ClusterLowering
{
    public override CandidateType Candidate => new("kubernetes_secret");

    public override IEnumerable<Resource> Resources(NodeLowering node) => [];

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) => AskedValue.Access(node, "Persist");
}
