using System.Text.Json;
using Klotho.Analysis.Diagnostics;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Git;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Planning.Differences;
using Klotho.Planning.Plans;

namespace Klotho.Cli.Diff;

/// <summary>Plan the application as it is, take the earlier lock, compare, print. Nothing is written.</summary>
internal static class DiffAction
{
    public static async Task<int> RunAsync(AppSelection selection, string? since, Terminal terminal, CancellationToken cancel)
    {
        var app = await FrontEnd.PlanAsync(selection, terminal, cancel);
        var (differences, diagnostics) = await CompareAsync(app, since, cancel);
        terminal.Report(diagnostics, app.Root);
        Print(terminal, app, diagnostics, differences);
        return differences is { IsRefused: true } ? ExitCode.Differs : FrontEnd.ExitCodeOf(diagnostics);
    }

    /// <summary>What changes, where there is a plan without errors, and all that is to be said of it.</summary>
    public static async Task<(PlanDifferences? Found, IReadOnlyList<KlothoDiagnostic> Diagnostics)> CompareAsync(PlannedApp app, string? since, CancellationToken cancel)
    {
        if (app is not { Plan.Plan: { } plan, Succession: { } succession, Lock: { } locked } || DiagnosticOrder.HasErrors(app.Diagnostics))
        {
            return (null, app.Diagnostics);
        }

        var (found, problems) = await CompareAsync(plan, succession, locked, since, cancel);
        return (found, [.. app.Diagnostics, .. problems]);
    }

    public static void Write(Utf8JsonWriter json, PlannedApp app, IReadOnlyList<KlothoDiagnostic> diagnostics, PlanDifferences? differences)
    {
        var paths = Terminal.Paths(app.Root);
        DiagnosticsJson.Write(json, diagnostics, paths);
        if (differences is not null)
        {
            DiffJson.Write(json, differences, paths.Shown);
        }
    }

    private static async Task<(PlanDifferences? Found, IEnumerable<KlothoDiagnostic> Problems)> CompareAsync(
        Plan plan, Succession succession, LockSource locked, string? since, CancellationToken cancel)
    {
        if (since is null)
        {
            // What would be refused is a mark in the difference, not a mistake of it.
            return (succession.Differences, succession.Diagnostics.Items.Where(found => found.Rule.Severity != Severity.Error));
        }

        var earlier = await GitLock.ReadAsync(locked, since, cancel);
        return (earlier.Lock is { } before ? LockSuccession.Since(before, succession, plan) : null, earlier.Diagnostics.Items);
    }

    private static void Print(Terminal terminal, PlannedApp app, IReadOnlyList<KlothoDiagnostic> diagnostics, PlanDifferences? differences)
    {
        var paths = Terminal.Paths(app.Root);
        switch (terminal.Format)
        {
            case OutputFormat.Json:
                Terminal.WriteJson(json => Write(json, app, diagnostics, differences));
                break;
            case OutputFormat.Markdown when differences is not null:
                Console.Out.Write(DiffMarkdown.Print(differences, app.Plan?.Plan?.Graph.App.Value ?? "", paths.Shown));
                break;
            case OutputFormat.Text when differences is not null:
                Console.Out.Write(DiffText.Print(differences, paths.Shown));
                break;
            default:
                break;
        }
    }
}
