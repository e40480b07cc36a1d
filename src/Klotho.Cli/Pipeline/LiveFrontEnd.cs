using System.Diagnostics;
using Klotho.Analysis;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Loading;
using Klotho.Cli.Reporting;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Cli.Pipeline;

/// <summary>
/// The front end of a command that stays. It keeps the last compilation that stood: after edits within bodies it binds the edited files alone,
/// and takes what source generators wrote before; the analysis reads only what was edited. Whatever else changes, it does what a new process
/// would, with what it has read already.
/// </summary>
internal sealed class LiveFrontEnd(AppSelection selection, Terminal terminal)
{
    private readonly HashSet<string> pending = new(StringComparer.Ordinal);
    private readonly LiveAnalysis live = new();
    private (LoadedProject Project, ConfigurationSources Sources)? standing;

    public LoadMemory Memory { get; } = new();

    /// <summary>Analyzes the application as it is now.</summary>
    /// <param name="edited">The absolute paths of the files that changed since the last call.</param>
    /// <param name="cancel">Ends the work; what was edited is remembered.</param>
    public async Task<PlannedApp> AnalyzeAsync(IEnumerable<string> edited, CancellationToken cancel)
    {
        pending.UnionWith(edited);
        var app = WithinBodies(cancel) ?? await FrontEnd.AnalyzeAsync(new(terminal, Memory), selection, terminal, live, cancel);
        if (app is { Project: { } project, Sources: { } sources })
        {
            standing = (project, sources);
            pending.Clear();
        }

        return app;
    }

    private PlannedApp? WithinBodies(CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        if (standing is not { Project.App: CSharpCompilation before } known || EditedCompilation.Of(before, pending, Memory, cancel) is not { } edited)
        {
            return null;
        }

        terminal.Detail($"bind {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        return edited.Errors.Count > 0
            ? new(null, known.Sources, null, null, [.. known.Sources.Problems, .. edited.Errors])
            : FrontEnd.Analyze(known.Project with { App = edited.App }, known.Sources, selection, terminal, cancel, live);
    }
}
