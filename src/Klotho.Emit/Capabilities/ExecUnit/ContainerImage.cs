using Klotho.Emit.Containers;
using Klotho.Emit.Resources;
using Klotho.Planning.Capabilities.ExecUnit;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>The unit's image: built from the emitted Dockerfile by the deployment and kept in a repository of its own.</summary>
internal static class ContainerImage
{
    private const string Login = "aws:ecr/getAuthorizationToken:getAuthorizationToken";
    private const int ImagesToKeep = 10;

    /// <summary>Moves with each build, as no other tag may; hosts use the digest.</summary>
    private const string Tag = "latest";

    /// <summary>The stage of the Dockerfile.</summary>
    /// <param name="node">The unit.</param>
    /// <param name="needsToken">Whether its host gives it the units' token.</param>
    public static UnitImage Of(NodeLowering node, bool needsToken) =>
        new(node.Id.Name, node.Words("os_packages")) { Mode = PublishModes.Read(node.Text(PublishModes.Key)), Uses = UnitUses.Of(node, needsToken) };

    public static IEnumerable<Resource> Resources(NodeLowering node, string platform) => Resources(node, node.Id.Name, platform);

    /// <summary>The image of another stage than the unit's, for one processor or several.</summary>
    public static IEnumerable<Resource> Resources(NodeLowering node, string stage, params IEnumerable<string> platforms)
    {
        var repository = node.Resource("repository", "aws:ecr/repository:Repository", InputValue.Map.Of(
            new("forceDelete", true),
            new("imageTagMutability", "IMMUTABLE_WITH_EXCLUSION"),
            new("imageTagMutabilityExclusionFilters", InputValue.List.Of(InputValue.Map.Of(new("filter", Tag), new("filterType", "WILDCARD")))),
            new("imageScanningConfiguration", InputValue.Map.Of(new InputValue.Entry("scanOnPush", true))),
            new("encryptionConfigurations", InputValue.List.Of(InputValue.Map.Of(new InputValue.Entry("encryptionType", "AES256"))))));
        yield return repository;
        yield return node.Resource("repository-lifecycle", "aws:ecr/lifecyclePolicy:LifecyclePolicy", InputValue.Map.Of(
            new("repository", repository.Output("name")),
            new("policy", new InputValue.Json(InputValue.Map.Of(new InputValue.Entry("rules", InputValue.List.Of(InputValue.Map.Of(
                new("rulePriority", 1),
                new("description", "Old images are built again from source control when needed."),
                new("selection", InputValue.Map.Of(
                    new("tagStatus", "any"),
                    new("countType", "imageCountMoreThan"),
                    new("countNumber", ImagesToKeep))),
                new("action", InputValue.Map.Of(new InputValue.Entry("type", "expire")))))))))));
        yield return node.Resource("image", "docker-build:index:Image", InputValue.Map.Of(
        [
            .. BuiltImage.Inputs(node, stage, InputValue.Interpolation.Of(repository.Output("repositoryUrl"), $":{Tag}"), platforms),
            new("registries", InputValue.List.Of(InputValue.Map.Of(
                new("address", repository.Output("repositoryUrl")),
                new("username", new InputValue.Lookup(new(Login), "userName")),
                new("password", new InputValue.Lookup(new(Login), "password"))))),
        ]),
            comment: "Exported in the format that every host takes, which uses the image by its digest: a new build is a new version.");
    }
}
