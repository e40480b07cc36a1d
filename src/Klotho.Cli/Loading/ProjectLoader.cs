using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Cli.Caching;
using Klotho.Cli.Diagnostics;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Loading;

/// <summary>Loads an application: finds its project, asks MSBuild what the compiler would be called with, and binds that.</summary>
/// <param name="terminal">Where to say what is done.</param>
/// <param name="memory">What is known from earlier loads; null for a process that loads once.</param>
/// <param name="checking">Which errors of the compiler are looked for.</param>
internal sealed class ProjectLoader(Terminal terminal, LoadMemory? memory = null, CSharpChecking checking = CSharpChecking.Everything)
{
    private readonly ContentCache entries = new(CacheFolder.Path());

    public async Task<LoadResult> LoadAsync(string path, CancellationToken cancel)
    {
        var (target, problem) = ProjectLocator.Locate(path);
        if (target is null)
        {
            return LoadResult.Failed(problem is null ? [] : [problem]);
        }

        var result = await LoadOnceAsync(target, restore: false, cancel);

        // Where the project file is newer than what was restored for it, missing packages look like C# errors.
        return result.Project is null && IsStale(target) ? await LoadOnceAsync(target, restore: true, cancel) : result;
    }

    /// <summary>Keeps for the next time that what is read of a project stands.</summary>
    public void KeepRead(LoadedProject project)
    {
        foreach (var key in project.Unread)
        {
            new BoundCache(entries).Keep(key, new([], CSharpChecking.WhatIsRead));
        }
    }

    private async Task<LoadResult> LoadOnceAsync(ProjectTarget target, bool restore, CancellationToken cancel)
    {
        if (target.Projects.Count == 0)
        {
            return LoadResult.Failed(LoadRules.NoApplication.At(FileLocation.Of(target.File), Path.GetFileName(target.File)));
        }

        var cache = new LoadCache(entries);
        if (!restore && cache.Find(target) is { } known)
        {
            return await BindAsync(target, known, isKept: true, cancel);
        }

        MsBuildLoad load;
        using (var turn = await LoadTurn.TakeAsync(CacheFolder.Path(), target, cancel))
        {
            if (turn.HasWaited && !restore && cache.Find(target) is { } found)
            {
                return await BindAsync(target, found, isKept: true, cancel);
            }

            load = await AskAsync(target, restore || !IsRestored(target), cancel);
            Keep(cache, target, load);
        }

        var failures = MsBuildFailure.OfLoad(load.Outcome, target.File);
        return failures.Count > 0 ? LoadResult.Failed(failures) : await BindAsync(target, load.Projects, load.State is not null, cancel);
    }

    private async Task<MsBuildLoad> AskAsync(ProjectTarget target, bool restore, CancellationToken cancel)
    {
        if (restore)
        {
            terminal.Progress($"restoring {Path.GetFileName(target.File)}");
        }

        var load = await MsBuildRun.LoadAsync(target, restore, cancel);
        return !restore && MsBuildFailure.NeedsRestore(load.Outcome) ? await AskAsync(target, restore: true, cancel) : load;
    }

    private void Keep(LoadCache cache, ProjectTarget target, MsBuildLoad load)
    {
        if (load.State is { } state)
        {
            cache.Keep(target, state);
        }
        else if (load.Unkept is { } reason)
        {
            terminal.Detail($"the load is not kept for the next time: {reason}");
        }
    }

    private async Task<LoadResult> BindAsync(ProjectTarget target, IReadOnlyList<ProjectFacts> projects, bool isKept, CancellationToken cancel)
    {
        var (app, problem) = ApplicationChoice.Choose(target, projects);
        if (app is null)
        {
            return LoadResult.Failed(problem is null ? [] : [problem]);
        }

        var graph = new ProjectGraph(app, projects);
        var loader = new CompilationLoader(graph, new BoundCache(entries), memory ?? new(), memory is null ? CompilerProcess.Own : CompilerProcess.Shared, checking, cancel);
        var (compilation, problems) = await loader.LoadAsync();
        return compilation is null
            ? LoadResult.Failed(problems)
            : new(
                new(compilation, AppNames.From(app.AssemblyName), new SourceRoot(graph.Root()), app.Project, app.AssemblyName, app.TargetFramework, app.TargetPath, app.Globs) { Projects = projects, Notes = problems, IsKept = isKept, Unread = loader.Unread },
                EquatableArray<Klotho.Analysis.Diagnostics.KlothoDiagnostic>.Empty);
    }

    /// <summary>Where assets are not beside the project, they may be elsewhere; restoring again costs little then.</summary>
    private static bool IsRestored(ProjectTarget target) => target.Projects.All(project => AssetsOf(project).Exists);

    private static bool IsStale(ProjectTarget target) => target.Projects.Any(project =>
        AssetsOf(project) is { Exists: true } assets && assets.LastWriteTimeUtc < File.GetLastWriteTimeUtc(project));

    private static FileInfo AssetsOf(string project) => new(Path.Combine(Path.GetDirectoryName(project) ?? "/", "obj", "project.assets.json"));
}
