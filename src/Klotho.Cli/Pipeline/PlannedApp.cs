using Klotho.Analysis;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.Loading;
using Klotho.Planning;
using Klotho.Planning.Differences;

namespace Klotho.Cli.Pipeline;

/// <summary>How far an application came on the way to a plan: what is null was not reached.</summary>
internal sealed record PlannedApp(
    LoadedProject? Project,
    ConfigurationSources? Sources,
    AnalysisResult? Analysis,
    PlanResult? Plan,
    IReadOnlyList<KlothoDiagnostic> Diagnostics)
{
    /// <summary>What was planned, for whoever asks the planner more.</summary>
    public PlanInput? Input { get; init; }

    /// <summary>The lock file.</summary>
    public LockSource? Lock { get; init; }

    /// <summary>The plan as the successor of the lock. Its diagnostics, which refuse changes, concern only commands that would make them.</summary>
    public Succession? Succession { get; init; }

    public SourceRoot Root => Project?.Root ?? SourceRoot.None;

    /// <summary>What is wrong for a command that makes the changes.</summary>
    public IReadOnlyList<KlothoDiagnostic> AllDiagnostics => [.. Diagnostics, .. Succession is null ? [] : Succession.Diagnostics.Items];

    /// <summary>The folder of klotho.yaml, or where it would stand.</summary>
    public string? Folder =>
        Project is null || Sources is null ? null
        : Sources.Files.Count > 0 ? Sources.Folder : Project.ProjectDirectory;

    /// <summary>The folder that the compile writes where the command line names none.</summary>
    public string? DefaultOutput => Folder is { } folder && Sources is { } sources ? Path.Combine(folder, sources.Settings.OutDir) : null;
}
