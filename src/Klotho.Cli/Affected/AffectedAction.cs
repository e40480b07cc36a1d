using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Capabilities.StaticUnit;
using Klotho.Analysis.Diagnostics;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Git;
using Klotho.Cli.Loading;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Planning.Plans;

namespace Klotho.Cli.Affected;

/// <summary>Plan the application as it is, ask git what changed, and tell whose each change is. Nothing is written.</summary>
internal static class AffectedAction
{
    public static async Task<int> RunAsync(AppSelection selection, string since, Terminal terminal, CancellationToken cancel)
    {
        var app = await FrontEnd.PlanAsync(selection, terminal, cancel);
        var diagnostics = app.Diagnostics.ToList();
        AffectedUnits? found = null;
        if (app is { Project: { } project, Plan.Plan: { } plan, Lock: { } locked } && !DiagnosticOrder.HasErrors(diagnostics))
        {
            var (history, problem) = await GitHistory.OpenAsync(locked.Folder, since, locked.File, cancel);
            diagnostics.AddRange(problem is null ? Array.Empty<KlothoDiagnostic>() : [problem]);
            found = history is null ? null : await CompareAsync(app, project, plan, history, since, cancel);
        }

        terminal.Report(diagnostics, app.Root);
        if (terminal.Format == OutputFormat.Json)
        {
            Terminal.WriteJson(json =>
            {
                DiagnosticsJson.Write(json, diagnostics, Terminal.Paths(app.Root));
                AffectedPrinter.Json(json, found);
            });
        }
        else if (found is not null)
        {
            Console.Out.Write(AffectedPrinter.Text(found, withReasons: terminal.Summarises));
        }

        return FrontEnd.ExitCodeOf(diagnostics);
    }

    private static async Task<AffectedUnits> CompareAsync(PlannedApp app, LoadedProject project, Plan plan, GitHistory history, string since, CancellationToken cancel)
    {
        var changed = await history.ChangedAsync(cancel);
        var earlier = await EarlierProgram.TextsAsync(changed, project, history, cancel);
        var owners = FileOwners.Of(app, project, plan.Graph, EarlierProgram.With(project, earlier), cancel);
        var paths = Terminal.Paths(app.Root);
        var files = changed.Select(path => owners.ReasonOf(path, paths.Shown(path))).OfType<Reason>();
        var settings = await PlanReasons.SinceAsync(app, plan, history, since, cancel);
        var units = plan.Graph.Nodes.Items.Select(node => node.Id).Where(id => id.Kind == ExecUnitNode.Kind || id.Kind == StaticUnitNode.Kind);
        return AffectedUnits.Of(since, units.ToList(), [.. files, .. settings]);
    }
}
