using System.Diagnostics;
using Klotho.Analysis;
using Klotho.Analysis.Diagnostics;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Loading;
using Klotho.Cli.Reporting;
using Klotho.Emit;
using Klotho.Planning;

namespace Klotho.Cli.Pipeline;

/// <summary>The stages that every command shares: load, analyze, plan. Nothing is written.</summary>
internal static class FrontEnd
{
    public static async Task<PlannedApp> PlanAsync(AppSelection selection, Terminal terminal, CancellationToken cancel)
    {
        var analyzed = await AnalyzeAsync(selection, terminal, cancel);
        if (analyzed is not { Project: { } project, Analysis: { } analysis } || DiagnosticOrder.HasErrors(analyzed.Diagnostics))
        {
            return analyzed;
        }

        var (files, problems) = ConfigurationFiles.Read(selection, project);
        var plan = Timed("plan", terminal, () => Planner.Run(new PlanInput(analysis.Graph, files, CapabilityCatalogue.All.Planning)));
        return analyzed with { Plan = plan, Diagnostics = [.. analyzed.Diagnostics, .. problems, .. plan.Diagnostics.Items] };
    }

    public static async Task<PlannedApp> AnalyzeAsync(AppSelection selection, Terminal terminal, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var loaded = await ProjectLoader.LoadAsync(selection.Path, terminal.Progress, cancel);
        terminal.Detail($"load {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        if (loaded.Project is not { } project)
        {
            return new(null, null, null, loaded.Diagnostics.Items);
        }

        var analysis = Timed("analyze", terminal, () => CapabilityAnalysis.Run(new AnalysisInput(project.App, project.Name, project.Root), cancel));
        return new(project, analysis, null, [.. loaded.Diagnostics.Items, .. analysis.Diagnostics.Items]);
    }

    public static T Timed<T>(string step, Terminal terminal, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        terminal.Detail($"{step} {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        return result;
    }

    /// <summary>The exit code that diagnostics ask for.</summary>
    public static int ExitCodeOf(IReadOnlyList<KlothoDiagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Rule.Severity == Severity.Error).ToList();
        return errors.Count == 0 ? ExitCode.Done
            : errors.All(error => Diagnostics.LoadRules.Environment.Items.Contains(error.Rule)) ? ExitCode.Environment
            : ExitCode.InputHasErrors;
    }
}
