using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>An image in the registry that each stack names, for clusters that exist already.</summary>
internal static class ClusterImage
{
    // Ids hold no underscores, so this is no id's setting.
    private static readonly InputValue.Setting Registry = new(
        "image_registry", "The registry, with a folder if you like, that images are pushed to and the cluster pulls from: registry.example.com/team. Log in with `docker login` first.");

    /// <param name="node">What runs from the image.</param>
    /// <param name="stage">The stage of the Dockerfile.</param>
    /// <param name="platforms">The processors that it is built for.</param>
    public static Resource Resource(NodeLowering node, string stage, params IEnumerable<string> platforms) =>
        node.Resource("image", "docker-build:index:Image", InputValue.Map.Of(
            [.. BuiltImage.Inputs(node, stage, InputValue.Interpolation.Of(Registry, $"/{node.Context.Graph.App}-{node.Id.Name}:latest"), platforms)]),
            comment: "Pushed with the credentials of `docker login`; pods use the image by its digest, so that a new build is a new version.");
}
