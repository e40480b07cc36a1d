using Klotho.Analysis.Graph;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Loading;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Processes;
using Klotho.Cli.Reporting;
using Klotho.Cli.StaticUnits;

namespace Klotho.Cli.Run;

/// <summary>An application that was analyzed and built.</summary>
internal sealed record RunBuild(LoadedProject Project, CapabilityGraph Graph)
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
                return await BuildAsync(project, terminal, cancel) ? (new(project, analysis.Graph), ExitCode.Done) : (null, ExitCode.InputHasErrors);
            }

            diagnostics.Add(failure);
        }

        terminal.Report(diagnostics, app.Root);
        return (null, FrontEnd.ExitCodeOf(diagnostics));
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
