using Klotho.Cli.Loading;

namespace Klotho.Cli.Run;

/// <summary>What the compiler wrote of a project.</summary>
/// <param name="Project">The project.</param>
/// <param name="Assembly">Its assembly, with its symbols beside it.</param>
/// <param name="Reference">What projects that reference it are compiled against.</param>
internal sealed record CompiledProject(ProjectFacts Project, string Assembly, string Reference);
