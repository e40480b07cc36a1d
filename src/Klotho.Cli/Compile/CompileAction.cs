using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.Diagnostics;
using Klotho.Cli.Emitting;
using Klotho.Cli.Loading;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Cli.StaticUnits;
using Klotho.Cli.Writing;
using Klotho.Planning.Locking;

namespace Klotho.Cli.Compile;

/// <summary>Load, analyze, plan, compare with the lock, emit, build static units, write, report: the order in which nothing is touched before all is well.</summary>
internal static class CompileAction
{
    public static async Task<int> RunAsync(CompileOptions options, Terminal terminal, CancellationToken cancel)
    {
        var app = await FrontEnd.PlanAsync(options.App, terminal, cancel, CSharpChecking.Everything);
        var diagnostics = app.AllDiagnostics.ToList();
        CompileSummary? summary = null;
        if (app is { Project: { } project, Sources: { } sources, Plan: { Plan: { } plan } planned, DefaultOutput: { } output, Lock: { } locked, Succession: { } succession } && !DiagnosticOrder.HasErrors(diagnostics))
        {
            var place = OutputPlace.At(options.Output ?? output);
            var emitted = Emission.Run(project, plan, planned, succession.Lock, place, Emission.PrinterOf(options.Language, sources), terminal);
            diagnostics.AddRange(emitted.Diagnostics.Items);
            if (emitted.Output is { } tree && !DiagnosticOrder.HasErrors(diagnostics))
            {
                diagnostics.AddRange(await BuildAndWriteAsync(options, project, plan.Graph, new(place, tree, locked, LockWriter.Print(succession.Lock)), terminal, cancel));
                summary = DiagnosticOrder.HasErrors(diagnostics) ? null : CompileSummary.Of(plan, emitted, place.Folder);
            }
        }

        Print(terminal, app.Root, diagnostics, summary);
        return FrontEnd.ExitCodeOf(diagnostics);
    }

    /// <summary>Everything that can fail comes before the exchange of folders, all of it under the locks of the folder and of the lock file.</summary>
    private static async Task<IReadOnlyList<KlothoDiagnostic>> BuildAndWriteAsync(
        CompileOptions options, LoadedProject project, CapabilityGraph graph, CompileResult result, Terminal terminal, CancellationToken cancel)
    {
        var (place, tree) = (result.Place, result.Tree);
        if (tree.Files.Items.Any(file => file.Path.Value.EndsWith(".cs", StringComparison.Ordinal) && project.Globs.TakeIn(Path.Combine(place.Folder, file.Path.Value))))
        {
            var folder = Path.GetRelativePath(project.ProjectDirectory, place.Folder).Replace('\\', '/');
            return [LoadRules.OutputInGlobs.At(FileLocation.Of(project.ProjectFile), Path.GetFileName(project.ProjectFile), folder)];
        }

        var (taken, problem) = OutputLock.Take(place);
        if (taken is null)
        {
            return problem is null ? [] : [problem];
        }

        using (taken)
        {
            OutputFolder.Recover(place);
            if (OutputFolder.Check(place, tree, options.Force) is { Count: > 0 } refusals)
            {
                return refusals;
            }

            if (options.BuildStatic && await StaticUnitBuilds.RunAsync(graph, project, onlyMissing: false, terminal, cancel) is { } failure)
            {
                return [failure];
            }

            cancel.ThrowIfCancellationRequested();
            return result.Write() is { } notWritten ? [notWritten] : [];
        }
    }

    private static void Print(Terminal terminal, SourceRoot root, IReadOnlyList<KlothoDiagnostic> diagnostics, CompileSummary? summary)
    {
        terminal.Report(diagnostics, root);
        if (terminal.Format == OutputFormat.Json)
        {
            Terminal.WriteJson(json =>
            {
                DiagnosticsJson.Write(json, diagnostics, Terminal.Paths(root));
                summary?.Write(json, Terminal.Paths(root));
            });
        }
        else if (summary is not null && terminal.Summarises)
        {
            SummaryPrinter.Print(summary, Terminal.Tables(), Terminal.Paths(root));
        }
    }
}
