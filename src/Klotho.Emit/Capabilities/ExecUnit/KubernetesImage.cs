using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>The unit's image: in a repository of the program's own beside a cluster on EKS, otherwise in the registry that each stack names.</summary>
internal static class KubernetesImage
{
    public static IEnumerable<Resource> Resources(NodeLowering node) => Resources(node, node.Id.Name, $"linux/{Architecture(node)}");

    public static IEnumerable<Resource> Resources(NodeLowering node, string stage, params IEnumerable<string> platforms) =>
        node.Context.Cluster.Exists ? [ClusterImage.Resource(node, stage, platforms)] : ContainerImage.Resources(node, stage, platforms);

    /// <summary>The processor, as Kubernetes and image registries call it.</summary>
    public static string Architecture(NodeLowering node) => node.Text("architecture") == "arm64" ? "arm64" : "amd64";
}
