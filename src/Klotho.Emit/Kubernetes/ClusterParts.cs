using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>What everything in the cluster refers to: the way to the cluster, and the application's namespace in it.</summary>
internal static class ClusterParts
{
    /// <summary>Where processes listen; images run as users who may not listen below 1024.</summary>
    public const int Port = 8080;

    /// <summary>Who owns what the nodes in the cluster share.</summary>
    public static readonly NodeId Id = new(new("shared"), "cluster");

    public static readonly ResourceName Provider = new("cluster-provider");

    public static readonly ResourceName NamespaceResource = new("cluster-namespace");

    public static readonly InputValue.Reference Namespace = new(NamespaceResource, "metadata.name");

    /// <summary>A resource that the nodes share.</summary>
    public static Resource Shared(string name, string type, InputValue.Map inputs, ResourceOptions? options = null, string? comment = null) =>
        new(new(name), new(type), inputs, options ?? ResourceOptions.None, Id, name["cluster-".Length..], comment);
}
