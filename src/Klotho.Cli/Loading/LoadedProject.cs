using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.Caching;
using Microsoft.CodeAnalysis;

namespace Klotho.Cli.Loading;

/// <summary>The application as the compiler would see it, and where it is.</summary>
/// <param name="App">The application's compilation; projects referenced as source are compilation references of it.</param>
/// <param name="Name">The application's name.</param>
/// <param name="Root">The directory that holds every project of the application and what they import.</param>
/// <param name="ProjectFile">The application's project file, absolute.</param>
/// <param name="AssemblyName">The name of the application's assembly.</param>
/// <param name="TargetFramework">For example <c>net10.0</c>.</param>
/// <param name="TargetPath">The assembly that a build produces, absolute.</param>
/// <param name="Globs">What its build takes in by itself.</param>
internal sealed record LoadedProject(
    Compilation App,
    AppName Name,
    SourceRoot Root,
    string ProjectFile,
    string AssemblyName,
    string TargetFramework,
    string TargetPath,
    ProjectGlobs Globs)
{
    /// <summary>What MSBuild says of the project and of everything that it references.</summary>
    public IReadOnlyList<ProjectFacts> Projects { get; init; } = [];

    /// <summary>What is said of the projects that are not read.</summary>
    public IReadOnlyList<KlothoDiagnostic> Notes { get; init; } = [];

    /// <summary>Whether nothing but the SDK and packages has a part in what the compiler is called with, so that the call can be repeated.</summary>
    public bool IsKept { get; init; }

    /// <summary>What is looked up to know that the bodies stand, where nobody has found out yet.</summary>
    public IReadOnlyList<CacheKey> Unread { get; init; } = [];

    public string ProjectDirectory => Path.GetDirectoryName(ProjectFile) ?? "/";
}
