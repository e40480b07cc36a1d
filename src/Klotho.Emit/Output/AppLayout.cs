using Klotho.Analysis.Graph;

namespace Klotho.Emit.Output;

/// <summary>Where the application's projects are, as containers need to know.</summary>
/// <param name="Project">The application's project file, relative to the source root (which is the build context).</param>
/// <param name="AssemblyName">The name of the assembly that a container starts.</param>
/// <param name="TargetFramework">For example <c>net10.0</c>.</param>
/// <param name="ContextFromOutput">The path from the output folder to the source root, with forward slashes: <c>../../..</c>.</param>
public sealed record AppLayout(SourcePath Project, string AssemblyName, string TargetFramework, string ContextFromOutput)
{
    /// <summary>The path from the source root to the output folder; null where the folder is outside of it, and no build of an image sees it.</summary>
    public string? OutputFromContext { get; init; }
}
