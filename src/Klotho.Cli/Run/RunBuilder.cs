using System.Collections.Immutable;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Loading;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Processes;
using Klotho.Cli.Reporting;
using Klotho.Cli.StaticUnits;

namespace Klotho.Cli.Run;

/// <summary>Analyzes and builds an application, and does so again for what is edited: code by the compiler alone, all else by a build.</summary>
internal sealed class RunBuilder(AppSelection selection, Terminal terminal) : IDisposable
{
    private readonly LiveFrontEnd frontEnd = new(selection, terminal);
    private readonly CodeBuild code = new();

    /// <summary>The build, or the exit code that says why there is none; what is wrong is printed where it is.</summary>
    /// <param name="edited">The files that changed since the last call, by their absolute paths; none for the first one.</param>
    /// <param name="cancel">Ends what runs.</param>
    public async Task<(RunBuild? Built, int Code)> MakeAsync(IReadOnlyCollection<string> edited, CancellationToken cancel)
    {
        // The compiler needs nothing of what the analysis finds out, and each keeps a processor busy.
        var compiling = Task.Run(() => code.CompileAsync(edited, cancel), cancel);
        try
        {
            return await MakeAsync(edited, compiling, cancel);
        }
        finally
        {
            await compiling;
        }
    }

    public void Dispose() => code.Dispose();

    private async Task<(RunBuild? Built, int Code)> MakeAsync(IReadOnlyCollection<string> edited, Task<IReadOnlyList<string>?> compiling, CancellationToken cancel)
    {
        var app = await frontEnd.AnalyzeAsync(edited, cancel);
        var diagnostics = app.Diagnostics.ToList();
        if (app is { Project: { } project, Analysis: { } analysis } && !DiagnosticOrder.HasErrors(diagnostics))
        {
            if (await StaticUnitBuilds.RunAsync(analysis.Graph, project, onlyMissing: true, terminal, cancel) is not { } failure)
            {
                terminal.Report(diagnostics, app.Root);
                var limits = LimitsOf(app);
                return await BuildAsync(project, await compiling, cancel) ? (new(project, analysis.Graph, limits, [.. code.Compiled]), ExitCode.Done) : (null, ExitCode.InputHasErrors);
            }

            diagnostics.Add(failure);
        }

        terminal.Report(diagnostics, app.Root);
        if (await compiling is null)
        {
            // What it takes a build for is still to be built when the mistake is mended.
            code.Forget();
        }

        return (null, FrontEnd.ExitCodeOf(diagnostics));
    }

    /// <summary>An application that cannot be planned runs nevertheless: nothing is to be hosted.</summary>
    private ImmutableSortedDictionary<string, string> LimitsOf(PlannedApp app)
    {
        if (FrontEnd.Plan(app, selection, terminal).Plan?.Plan is { } plan)
        {
            return PlannedLimits.Of(plan);
        }

        terminal.Progress("there is no plan, so that limits of a gateway or a function are not enforced");
        return PlannedLimits.None;
    }

    private async Task<bool> BuildAsync(LoadedProject project, IReadOnlyList<string>? mistakes, CancellationToken cancel)
    {
        if (mistakes is not null && code.Follows(project))
        {
            return await PrintAsync(mistakes);
        }

        terminal.Progress($"building {Path.GetFileName(project.ProjectFile)}");
        code.Forget();
        var outcome = await DotnetHost.RunAsync(["build", project.ProjectFile, "-v:q", "-nologo", "-m:2", "-clp:NoSummary"], project.ProjectDirectory, cancel);
        if (outcome.ExitCode == 0)
        {
            code.Follow(project);
            return true;
        }

        return await PrintAsync(outcome.Lines);
    }

    /// <summary>Whether there was nothing to print.</summary>
    private static async Task<bool> PrintAsync(IReadOnlyList<string> lines)
    {
        foreach (var line in lines.Where(line => line.Length > 0).Distinct())
        {
            await Console.Error.WriteLineAsync(line);
        }

        return lines.Count == 0;
    }
}
