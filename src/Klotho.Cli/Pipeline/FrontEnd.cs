using System.Diagnostics;
using Klotho.Analysis;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Loading;
using Klotho.Cli.Reporting;
using Klotho.Emit;
using Klotho.Planning;
using Klotho.Planning.Conflicts;
using Klotho.Planning.Differences;
using Klotho.Planning.Locking;

namespace Klotho.Cli.Pipeline;

/// <summary>The stages that every command shares: load, analyze, plan. Nothing is written.</summary>
internal static class FrontEnd
{
    /// <param name="selection">The application.</param>
    /// <param name="terminal">Where to say what is done.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="checking">Which errors of the compiler are looked for: whoever writes what is built and deployed wants all.</param>
    public static async Task<PlannedApp> PlanAsync(AppSelection selection, Terminal terminal, CancellationToken cancel, CSharpChecking checking = CSharpChecking.WhatIsRead) =>
        Plan(await AnalyzeAsync(selection, terminal, cancel, checking), selection, terminal);

    /// <summary>Plans what was analyzed, with the sources that it holds: they need not be those on the disk.</summary>
    public static PlannedApp Plan(PlannedApp analyzed, AppSelection selection, Terminal terminal)
    {
        if (analyzed is not { Project: { } project, Analysis: { } analysis, Sources: { } sources } || DiagnosticOrder.HasErrors(analyzed.Diagnostics))
        {
            return analyzed;
        }

        var locked = LockSource.Read(selection, analyzed.Folder ?? project.ProjectDirectory, project.Root);
        var catalogue = CapabilityCatalogue.All.Planning;
        var input = new PlanInput(analysis.Graph, sources.ForPlanning(project.Root), catalogue)
        {
            Lock = locked.Reading.Lock ?? PlanLock.Empty,
            LockPlaces = locked.Reading.Places,
            Environment = selection.Environment,
            Overrides = selection.Overrides.ToEquatableArray(),
            Today = DateOnly.FromDateTime(DateTime.UtcNow),
        };
        var plan = Timed("plan", terminal, () => Planner.Run(input));
        return analyzed with
        {
            Input = input,
            Plan = plan,
            Lock = locked,
            Succession = plan.Plan is { } made && locked.Reading.Lock is not null ? LockSuccession.Run(locked.Reading, made, catalogue) : null,
            Diagnostics = [.. analyzed.Diagnostics, .. locked.Reading.Diagnostics.Items, .. plan.Diagnostics.Items],
        };
    }

    /// <param name="selection">The application.</param>
    /// <param name="terminal">Where to say what is done.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="checking">Which errors of the compiler are looked for.</param>
    public static async Task<PlannedApp> AnalyzeAsync(AppSelection selection, Terminal terminal, CancellationToken cancel, CSharpChecking checking = CSharpChecking.WhatIsRead)
    {
        var loader = new ProjectLoader(terminal, checking: checking);
        var app = await AnalyzeAsync(loader, selection, terminal, null, cancel);
        if (app is { Project.Unread.Count: > 0, Analysis.HasReadErrors: true })
        {
            // Something is wrong in code that matters, or generators write what it needs.
            return await AnalyzeAsync(new(terminal), selection, terminal, null, cancel);
        }

        if (app.Project is { } project)
        {
            loader.KeepRead(project);
        }

        return app;
    }

    /// <param name="loader">Loads it.</param>
    /// <param name="selection">The application.</param>
    /// <param name="terminal">Where to say what is done.</param>
    /// <param name="live">The analysis of a process that stays.</param>
    /// <param name="cancel">Ends the work.</param>
    public static async Task<PlannedApp> AnalyzeAsync(ProjectLoader loader, AppSelection selection, Terminal terminal, LiveAnalysis? live, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var named = Path.GetFullPath(selection.Path);
        var isFolder = Directory.Exists(named);
        var sources = ConfigurationSources.Read(selection, isFolder ? named : Path.GetDirectoryName(named) ?? named);

        // A folder stands for what its klotho.yaml says; a file on the command line speaks for itself.
        var path = isFolder && sources.Settings.Path is { } inFile ? Path.Combine(sources.Folder, inFile) : selection.Path;
        var loaded = await loader.LoadAsync(path, cancel);
        terminal.Detail($"load {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        if (loaded.Project is not { } project)
        {
            return new(null, sources, null, null, [.. sources.Problems, .. loaded.Diagnostics.Items]);
        }

        return Analyze(project, sources, selection, terminal, cancel, live);
    }

    /// <summary>Analyzes what is loaded.</summary>
    public static PlannedApp Analyze(
        LoadedProject project, ConfigurationSources sources, AppSelection selection, Terminal terminal, CancellationToken cancel, LiveAnalysis? live = null)
    {
        // A solution without a file of its own: the project's is meant.
        var meant = sources.Files.Count == 0 ? ConfigurationSources.Read(selection, project.ProjectDirectory) : sources;
        var name = meant.Settings.App is { } given ? new AppName(given) : project.Name;
        AnalysisInput input = new(project.App, name, project.Root);
        var analysis = Timed("analyze", terminal, () => live is null ? CapabilityAnalysis.Run(input, cancel) : live.Run(input, cancel));
        return new(project, meant, analysis, null, [.. meant.Problems, .. project.Notes, .. analysis.Diagnostics.Items]);
    }

    public static T Timed<T>(string step, Terminal terminal, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        terminal.Detail($"{step} {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        return result;
    }

    /// <summary>The exit code that diagnostics ask for.</summary>
    public static int ExitCodeOf(IReadOnlyList<KlothoDiagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Rule.Severity == Severity.Error).ToList();
        return errors.Count == 0 ? ExitCode.Done
            : errors.All(error => Diagnostics.LoadRules.Environment.Items.Contains(error.Rule)) ? ExitCode.Environment
            : errors.All(error => ConflictRules.Infeasible.Items.Contains(error.Rule)) ? ExitCode.NoPlan
            : errors.All(error => GuardRules.Refusals.Items.Contains(error.Rule) || Diagnostics.LoadRules.Differences.Items.Contains(error.Rule)) ? ExitCode.Differs
            : ExitCode.InputHasErrors;
    }
}
