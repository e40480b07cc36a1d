using Klotho.Analysis;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.Loading;
using Klotho.Planning;

namespace Klotho.Cli.Pipeline;

/// <summary>How far an application came on the way to a plan: what is null was not reached.</summary>
internal sealed record PlannedApp(
    LoadedProject? Project,
    AnalysisResult? Analysis,
    PlanResult? Plan,
    IReadOnlyList<KlothoDiagnostic> Diagnostics)
{
    public SourceRoot Root => Project?.Root ?? SourceRoot.None;
}
