using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>Lowers to what lives in the Kubernetes cluster, and with the first such node to the cluster itself.</summary>
public abstract class ClusterLowering : Lowering
{
    /// <summary>A cluster that exists already stands in a network of its own.</summary>
    public sealed override bool InNetwork(NodeLowering node) => !node.Context.Cluster.Exists;

    public sealed override IEnumerable<Resource> Shared(NodeLowering node) => IsFirst(node) ? ClusterFoundation.Resources(node) : [];

    /// <summary>What the nodes share is a matter of the whole plan: one of them giving it is enough.</summary>
    private static bool IsFirst(NodeLowering node) =>
        node.Context.Hosted().First(hosted => hosted.Lowering is ClusterLowering).Node.Id == node.Id;
}
