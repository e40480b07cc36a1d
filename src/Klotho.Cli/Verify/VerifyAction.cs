using Klotho.Analysis.Diagnostics;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Compile;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Cli.Writing;
using Klotho.Planning.Locking;

namespace Klotho.Cli.Verify;

/// <summary>Plan and emit as a compile does, then compare with the folder. Nothing is built and nothing written.</summary>
internal static class VerifyAction
{
    public static async Task<int> RunAsync(AppSelection selection, string? output, string? language, Terminal terminal, CancellationToken cancel)
    {
        var app = await FrontEnd.PlanAsync(selection, terminal, cancel);
        var diagnostics = app.AllDiagnostics.ToList();
        OutputVerification? found = null;
        if (app is { Project: { } project, Sources: { } sources, Plan: { Plan: { } plan } planned, DefaultOutput: { } folder, Lock: { } locked, Succession: { } succession } && !DiagnosticOrder.HasErrors(diagnostics))
        {
            var place = OutputPlace.At(output ?? folder);
            var emitted = Emission.Run(project, plan, planned, succession.Lock, place, Emission.PrinterOf(language, sources), terminal);
            diagnostics.AddRange(emitted.Diagnostics.Items);
            found = emitted.Output is { } tree && !DiagnosticOrder.HasErrors(diagnostics)
                ? OutputVerification.Of(place.Folder, tree, LockWriter.Print(succession.Lock) == locked.Text ? null : locked.Name)
                : null;
        }

        Print(terminal, app, diagnostics, found);
        return found is { IsSame: false } ? ExitCode.Differs : FrontEnd.ExitCodeOf(diagnostics);
    }

    private static void Print(Terminal terminal, PlannedApp app, IReadOnlyList<KlothoDiagnostic> diagnostics, OutputVerification? found)
    {
        var paths = Terminal.Paths(app.Root);
        terminal.Report(diagnostics, app.Root);
        if (terminal.Format == OutputFormat.Json)
        {
            Terminal.WriteJson(json =>
            {
                DiagnosticsJson.Write(json, diagnostics, paths);
                if (found is not null)
                {
                    VerifyPrinter.Json(json, found, paths);
                }
            });
        }
        else if (found is not null && terminal.Summarises)
        {
            VerifyPrinter.Text(found, paths);
        }
    }
}
