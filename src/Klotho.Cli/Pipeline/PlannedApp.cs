using Klotho.Analysis;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.Loading;
using Klotho.Planning;

namespace Klotho.Cli.Pipeline;

/// <summary>How far an application came on the way to a plan: what is null was not reached.</summary>
internal sealed record PlannedApp(
    LoadedProject? Project,
    ConfigurationSources? Sources,
    AnalysisResult? Analysis,
    PlanResult? Plan,
    IReadOnlyList<KlothoDiagnostic> Diagnostics)
{
    public SourceRoot Root => Project?.Root ?? SourceRoot.None;

    /// <summary>The folder that the compile writes where the command line names none.</summary>
    public string? DefaultOutput =>
        Project is null || Sources is null ? null
        : Path.Combine(Sources.Files.Count > 0 ? Sources.Folder : Project.ProjectDirectory, Sources.Settings.OutDir);
}
