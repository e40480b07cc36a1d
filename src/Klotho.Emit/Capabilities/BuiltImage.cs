using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>A stage of the emitted Dockerfile as an image that the deployment builds and pushes.</summary>
internal static class BuiltImage
{
    /// <summary>
    /// Times that differ by nothing but the hour of the build would make another digest, and that another version of what runs it. The provider knows
    /// <c>rewrite-timestamp</c> by its raw form only.
    /// </summary>
    private const string Export = "type=registry,oci-mediatypes=false,rewrite-timestamp=true";

    /// <param name="node">What runs from the image.</param>
    /// <param name="stage">The stage of the Dockerfile.</param>
    /// <param name="name">Where it is pushed to. As a tag and not as a name of the export, because the output <c>ref</c> is made of tags (pulumi-docker-build, provider/internal/image.go, read 2026-11-22).</param>
    /// <param name="platforms">The processors that it is built for.</param>
    public static IEnumerable<InputValue.Entry> Inputs(NodeLowering node, string stage, InputValue name, IEnumerable<string> platforms) =>
    [
        new("context", InputValue.Map.Of(new InputValue.Entry("location", node.Context.SourceFromProgram))),
        new("dockerfile", InputValue.Map.Of(new InputValue.Entry("location", "../containers/Dockerfile"))),
        new("target", stage),
        new("platforms", InputValue.List.Of(platforms.Select(InputValue (platform) => platform))),
        new("buildArgs", InputValue.Map.Of(new InputValue.Entry("SOURCE_DATE_EPOCH", "0"))),
        new("tags", InputValue.List.Of(name)),
        new("push", false),
        new("exports", InputValue.List.Of(InputValue.Map.Of(new InputValue.Entry("raw", Export)))),
    ];
}
