using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Cli.Caching;
using Klotho.Cli.Diagnostics;
using Klotho.Cli.Processes;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Loading;

/// <summary>Loads an application: finds its project, asks MSBuild what the compiler would be called with, and binds that.</summary>
/// <param name="terminal">Where to say what is done.</param>
/// <param name="memory">What is known from earlier loads; null for a process that loads once.</param>
internal sealed class ProjectLoader(Terminal terminal, LoadMemory? memory = null)
{
    private readonly ContentCache entries = new(CacheFolder.Path());

    public async Task<LoadResult> LoadAsync(string path, CancellationToken cancel)
    {
        var (target, problem) = ProjectLocator.Locate(path);
        if (target is null)
        {
            return LoadResult.Failed(problem is null ? [] : [problem]);
        }

        var result = await LoadOnceAsync(target, cancel);
        if (result.Project is null && IsStale(target) && await RestoreInTurnAsync(target, cancel) is { ExitCode: 0 })
        {
            // The project file is newer than what was restored for it, so missing packages would look like C# errors.
            return await LoadOnceAsync(target, cancel);
        }

        return result;
    }

    private async Task<LoadResult> LoadOnceAsync(ProjectTarget target, CancellationToken cancel)
    {
        if (target.Projects.Count == 0)
        {
            return LoadResult.Failed(LoadRules.NoApplication.At(FileLocation.Of(target.File), Path.GetFileName(target.File)));
        }

        var cache = new LoadCache(entries);
        if (cache.Find(target) is { } known)
        {
            return await BindAsync(target, known, isKept: true, cancel);
        }

        MsBuildLoad load;
        using (var turn = await LoadTurn.TakeAsync(CacheFolder.Path(), target, cancel))
        {
            if (turn.HasWaited && cache.Find(target) is { } found)
            {
                return await BindAsync(target, found, isKept: true, cancel);
            }

            load = await MsBuildRun.LoadAsync(target, cancel);
            if (MsBuildFailure.NeedsRestore(load.Outcome))
            {
                var restored = await RestoreAsync(target, cancel);
                if (restored.ExitCode != 0)
                {
                    return LoadResult.Failed(MsBuildFailure.OfRestore(restored, target.File));
                }

                load = await MsBuildRun.LoadAsync(target, cancel);
            }

            Keep(cache, target, load);
        }

        var failures = MsBuildFailure.OfLoad(load.Outcome, target.File);
        return failures.Count > 0 ? LoadResult.Failed(failures) : await BindAsync(target, load.Projects, load.State is not null, cancel);
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
        var (compilation, problems) = await new CompilationLoader(
            graph, new BoundCache(entries), memory ?? new(), memory is null ? CompilerProcess.Own : CompilerProcess.Shared, cancel).LoadAsync();
        return compilation is null
            ? LoadResult.Failed(problems)
            : new(
                new(compilation, AppNames.From(app.AssemblyName), new SourceRoot(graph.Root()), app.Project, app.AssemblyName, app.TargetFramework, app.TargetPath, app.Globs) { Projects = projects, Notes = problems, IsKept = isKept },
                EquatableArray<Klotho.Analysis.Diagnostics.KlothoDiagnostic>.Empty);
    }

    private async Task<ProcessOutcome> RestoreInTurnAsync(ProjectTarget target, CancellationToken cancel)
    {
        using var turn = await LoadTurn.TakeAsync(CacheFolder.Path(), target, cancel);
        return await RestoreAsync(target, cancel);
    }

    private Task<ProcessOutcome> RestoreAsync(ProjectTarget target, CancellationToken cancel)
    {
        terminal.Progress($"restoring {Path.GetFileName(target.File)}");
        return target.IsSolution
            ? MsBuildRun.RestoreAsync(target, cancel)
            : DotnetHost.RunAsync(["restore", target.File, "-v:q", "-nologo", "-m:2"], target.Directory, cancel);
    }

    private static bool IsStale(ProjectTarget target) => target.Projects.Any(project =>
        new FileInfo(Path.Combine(Path.GetDirectoryName(project) ?? "/", "obj", "project.assets.json")) is { Exists: true } assets &&
        assets.LastWriteTimeUtc < File.GetLastWriteTimeUtc(project));
}
