using System.Security.Cryptography;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Graph;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Loading;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Processes;
using Klotho.Cli.Reporting;
using Klotho.Cli.StaticUnits;

namespace Klotho.Cli.Run;

/// <summary>Analyze, build static units and the project, start its processes, and end them all when one ends or the user says so.</summary>
internal static class RunAction
{
    public static async Task<int> RunAsync(RunOptions options, Terminal terminal, CancellationToken cancel)
    {
        var app = await FrontEnd.AnalyzeAsync(options.App, terminal, cancel);
        var diagnostics = app.Diagnostics.ToList();
        if (app is { Project: { } project, Analysis: { } analysis } && !DiagnosticOrder.HasErrors(diagnostics))
        {
            if (await StaticUnitBuilds.RunAsync(analysis.Graph, project, onlyMissing: true, terminal, cancel) is not { } failure)
            {
                terminal.Report(diagnostics, app.Root);
                return await BuildAsync(project, terminal, cancel)
                    ? await StartAsync(options, project, analysis.Graph, terminal, cancel)
                    : ExitCode.InputHasErrors;
            }

            diagnostics.Add(failure);
        }

        terminal.Report(diagnostics, app.Root);
        return FrontEnd.ExitCodeOf(diagnostics);
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

    private static async Task<int> StartAsync(RunOptions options, LoadedProject project, CapabilityGraph graph, Terminal terminal, CancellationToken cancel)
    {
        using var scratch = options.Split && options.Data is null ? new TemporaryFolder() : null;
        var data = options.Data is { } named ? Directory.CreateDirectory(named).FullName : scratch?.Path;
        var roles = Roles(options, graph, data);
        var log = new ProcessLog(roles.Select(role => role.Name).ToList(), terminal.ColoursOutput);
        var processes = new List<ServiceProcess>();
        try
        {
            foreach (var role in roles)
            {
                processes.Add(ServiceProcess.Start(
                    role.Name, DotnetHost.Path, ["exec", project.TargetPath], project.ProjectDirectory, role.Variables, log.For(role.Name)));
            }

            var problems = await Task.WhenAll(processes.Zip(roles, (process, role) => Readiness.WaitAsync(process, role, cancel)));
            if (problems.FirstOrDefault(problem => problem is not null) is { } problem)
            {
                return await FailAsync(problem);
            }

            RunBanner.Print(graph, roles, processes, options.Data is null ? null : data);
            var ended = await Task.WhenAny(processes.Select(process => process.EndAsync())).WaitAsync(cancel);
            var first = processes.Zip(roles).First(pair => pair.First.HasEnded);
            return await FailAsync($"{first.Second.Name} ended with exit code {await ended}; stopping the rest");
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Ctrl-C is how a run ends.
            return ExitCode.Done;
        }
        finally
        {
            await Task.WhenAll(processes.Select(process => process.DisposeAsync().AsTask()));
        }
    }

    private static IReadOnlyList<ProcessRole> Roles(RunOptions options, CapabilityGraph graph, string? data)
    {
        var units = graph.NodesOf<ExecUnitNode>().OrderByDescending(unit => unit.IsDefault).ThenBy(unit => unit.Id).Select(unit => unit.Id.Name).ToList();
        var ports = FreePorts.Find(units.Count);
        if (!options.Split || data is null)
        {
            return [ProcessRoles.Whole(graph.App, data, options.Port ?? ports[0])];
        }

        // The default unit comes first and is the one that people open.
        return ProcessRoles.Split(
            units.Select((unit, index) => (unit, index == 0 ? options.Port ?? ports[0] : ports[index])).ToList(),
            data,
            RandomNumberGenerator.GetHexString(32, lowercase: true));
    }

    private static async Task<int> FailAsync(string problem)
    {
        await Console.Error.WriteLineAsync($"klotho: {problem}");
        return ExitCode.InputHasErrors;
    }
}
