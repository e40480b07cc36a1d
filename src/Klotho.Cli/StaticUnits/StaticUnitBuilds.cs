using System.Globalization;
using Klotho.Analysis.Capabilities.StaticUnit;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.Diagnostics;
using Klotho.Cli.Loading;
using Klotho.Cli.Processes;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.StaticUnits;

/// <summary>Runs the build commands of static units through the system's shell, in their directories.</summary>
internal static class StaticUnitBuilds
{
    /// <summary>Builds all, one after another; ends at the first that fails.</summary>
    /// <param name="graph">The application.</param>
    /// <param name="project">Its project: folders are relative to it.</param>
    /// <param name="onlyMissing">Whether a unit whose folder exists is left as it is.</param>
    /// <param name="terminal">Where commands print.</param>
    /// <param name="cancel">Ends the running command.</param>
    public static async Task<KlothoDiagnostic?> RunAsync(
        CapabilityGraph graph, LoadedProject project, bool onlyMissing, Terminal terminal, CancellationToken cancel)
    {
        foreach (var unit in graph.NodesOf<StaticUnitNode>())
        {
            var folder = Path.GetFullPath(unit.Folder, project.ProjectDirectory);
            if (onlyMissing && Directory.Exists(folder))
            {
                continue;
            }

            if (await BuildAsync(unit, project, terminal, cancel) is { } failure)
            {
                return failure;
            }

            if (!Directory.Exists(folder))
            {
                return LoadRules.StaticFolderMissing.At(unit.Locations.Items, unit.Id.Name, unit.Folder);
            }
        }

        return null;
    }

    private static async Task<KlothoDiagnostic?> BuildAsync(StaticUnitNode unit, LoadedProject project, Terminal terminal, CancellationToken cancel)
    {
        if (unit.BuildCommand is not { Length: > 0 } command)
        {
            return null;
        }

        var directory = Path.GetFullPath(unit.BuildDirectory ?? ".", project.ProjectDirectory);
        terminal.Progress($"building {unit.Id.Name}: {command}");
        var outcome = Directory.Exists(directory)
            ? await ShellAsync(command, directory, line => terminal.Progress($"  {line}"), cancel)
            : new ProcessOutcome(CommandProcess.NotFound, [$"'{unit.BuildDirectory}' does not exist"]);
        if (outcome.ExitCode == 0)
        {
            return null;
        }

        return LoadRules.StaticBuildFailed.At(
            unit.Locations.Items, unit.Id.Name, LastLine(outcome), outcome.ExitCode.ToString(CultureInfo.InvariantCulture), unit.BuildDirectory ?? ".");
    }

    private static Task<ProcessOutcome> ShellAsync(string command, string directory, Action<string> onLine, CancellationToken cancel) =>
        OperatingSystem.IsWindows()
            ? CommandProcess.RunAsync("cmd.exe", ["/d", "/s", "/c", command], directory, cancel, onLine: onLine)
            : CommandProcess.RunAsync("/bin/sh", ["-c", command], directory, cancel, onLine: onLine);

    private static string LastLine(ProcessOutcome outcome) =>
        outcome.Lines.Select(line => line.Trim()).LastOrDefault(line => line.Length > 0) ?? "it printed nothing";
}
