using Klotho.Cli.Processes;

namespace Klotho.Cli.Doctor;

/// <summary>The one list of what is looked for, in the order in which it is told.</summary>
internal static class Prerequisites
{
    public static readonly IReadOnlyList<IPrerequisite> All =
    [
        new ToolPrerequisite(".NET SDK", Need.Always, "reading and building applications", new(10, 0), "install the .NET 10 SDK: https://dot.net/download", DotnetHost.Path),
        new ToolPrerequisite("git", Need.Sometimes, "klotho diff --base", new(2, 20), "install git: https://git-scm.com/downloads", "git"),
        new ToolPrerequisite("Node", Need.Sometimes, "static units that npm builds, programs in TypeScript", new(20, 0), "install Node 20 or later: https://nodejs.org", "node"),
        new ToolPrerequisite("npm", Need.Sometimes, "static units that npm builds, programs in TypeScript", new(9, 0), "comes with Node: https://nodejs.org", Npm),
        new ToolPrerequisite("Pulumi CLI", Need.Deploying, "pulumi preview and pulumi up", new(3, 100), "install Pulumi: https://www.pulumi.com/docs/install", "pulumi") { Ask = "version" },
        new ToolPrerequisite("container builder", Need.Deploying, "building the units' images", new(1, 0), "install Docker with buildx: https://docs.docker.com/engine/install", "docker", "podman", "buildah"),
        new AwsCredentials(),
    ];

    // On Windows npm is a script, which only its whole name starts.
    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
}
