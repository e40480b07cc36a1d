using System.Collections.Immutable;
using Klotho.Analysis.Graph;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Loading;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Processes;
using Klotho.Cli.Reporting;
using Klotho.Cli.StaticUnits;

namespace Klotho.Cli.Run;

/// <summary>An application that was analyzed and built.</summary>
/// <param name="Project">The application's project.</param>
/// <param name="Graph">What its code needs.</param>
/// <param name="Limits">The limits of where it is planned to be hosted, as environment variables; none where it has no plan.</param>
internal sealed record RunBuild(LoadedProject Project, CapabilityGraph Graph, ImmutableSortedDictionary<string, string> Limits)
{
    /// <summary>The build, or the exit code that says why there is none; what is wrong is printed where it is.</summary>
    /// <param name="selection">The application.</param>
    /// <param name="terminal">Where to print.</param>
    /// <param name="cancel">Ends what runs.</param>
    public static async Task<(RunBuild? Built, int Code)> MakeAsync(AppSelection selection, Terminal terminal, CancellationToken cancel)
    {
        var app = await FrontEnd.AnalyzeAsync(selection, terminal, cancel);
        var diagnostics = app.Diagnostics.ToList();
        if (app is { Project: { } project, Analysis: { } analysis } && !DiagnosticOrder.HasErrors(diagnostics))
        {
            if (await StaticUnitBuilds.RunAsync(analysis.Graph, project, onlyMissing: true, terminal, cancel) is not { } failure)
            {
                terminal.Report(diagnostics, app.Root);
                return await BuildAsync(project, terminal, cancel) ? (new(project, analysis.Graph, LimitsOf(app, selection, terminal)), ExitCode.Done) : (null, ExitCode.InputHasErrors);
            }

            diagnostics.Add(failure);
        }

        terminal.Report(diagnostics, app.Root);
        return (null, FrontEnd.ExitCodeOf(diagnostics));
    }

    /// <summary>An application that cannot be planned runs nevertheless: nothing is to be hosted.</summary>
    private static ImmutableSortedDictionary<string, string> LimitsOf(PlannedApp app, AppSelection selection, Terminal terminal)
    {
        if (FrontEnd.Plan(app, selection, terminal).Plan?.Plan is { } plan)
        {
            return PlannedLimits.Of(plan);
        }

        terminal.Progress("there is no plan, so that limits of a gateway or a function are not enforced");
        return PlannedLimits.None;
    }

    private static async Task<bool> BuildAsync(LoadedProject project, Terminal terminal, CancellationToken cancel)
    {
        terminal.Progress($"building {Path.GetFileName(project.ProjectFile)}");
        var outcome = await DotnetHost.RunAsync(["build", project.ProjectFile, "-v:q", "-nologo", "-m:2", "-clp:NoSummary"], project.ProjectDirectory, cancel);
        if (outcome.ExitCode == 0)
        {
            return true;
        }

        foreach (var line in outcome.Lines.Where(line => line.Length > 0).Distinct())
        {
            await Console.Error.WriteLineAsync(line);
        }

        return false;
    }
}
