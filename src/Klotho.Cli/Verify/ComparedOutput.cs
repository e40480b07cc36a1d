using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Emitting;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Cli.Writing;
using Klotho.Planning.Locking;

namespace Klotho.Cli.Verify;

/// <summary>What a compile would write beside what is there. Nothing is built and nothing written.</summary>
/// <param name="Root">What paths are relative to.</param>
/// <param name="Diagnostics">What is wrong with the input.</param>
/// <param name="Found">The comparison; null where the input has errors.</param>
/// <param name="LockFile">The lock file, absolute; null where the application was not loaded.</param>
internal sealed record ComparedOutput(SourceRoot Root, IReadOnlyList<KlothoDiagnostic> Diagnostics, OutputVerification? Found, string? LockFile)
{
    /// <summary>Plans and emits as a compile does, then compares with the folder.</summary>
    public static async Task<ComparedOutput> OfAsync(AppSelection selection, string? output, string? language, Terminal terminal, CancellationToken cancel)
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

        return new(app.Root, diagnostics, found, app.Lock?.File);
    }
}
