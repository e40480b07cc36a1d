using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Cli.Diagnostics;
using Klotho.Cli.Processes;

namespace Klotho.Cli.Loading;

/// <summary>Loads an application: finds its project, asks MSBuild what the compiler would be called with, and binds that.</summary>
internal static class ProjectLoader
{
    public static async Task<LoadResult> LoadAsync(string path, Action<string> progress, CancellationToken cancel)
    {
        var (target, problem) = ProjectLocator.Locate(path);
        if (target is null)
        {
            return LoadResult.Failed(problem is null ? [] : [problem]);
        }

        var result = await LoadOnceAsync(target, progress, cancel);
        if (result.Project is null && IsStale(target) && await RestoreAsync(target, progress, cancel) is { ExitCode: 0 })
        {
            // The project file is newer than what was restored for it, so missing packages would look like C# errors.
            return await LoadOnceAsync(target, progress, cancel);
        }

        return result;
    }

    private static async Task<LoadResult> LoadOnceAsync(ProjectTarget target, Action<string> progress, CancellationToken cancel)
    {
        if (target.Projects.Count == 0)
        {
            return LoadResult.Failed(LoadRules.NoApplication.At(FileLocation.Of(target.File), Path.GetFileName(target.File)));
        }

        var (projects, outcome) = await MsBuildRun.LoadAsync(target, cancel);
        if (MsBuildFailure.NeedsRestore(outcome))
        {
            var restored = await RestoreAsync(target, progress, cancel);
            if (restored.ExitCode != 0)
            {
                return LoadResult.Failed(MsBuildFailure.OfRestore(restored, target.File));
            }

            (projects, outcome) = await MsBuildRun.LoadAsync(target, cancel);
        }

        var failures = MsBuildFailure.OfLoad(outcome, target.File);
        return failures.Count > 0 ? LoadResult.Failed(failures) : await BindAsync(target, projects, cancel);
    }

    private static async Task<LoadResult> BindAsync(ProjectTarget target, IReadOnlyList<ProjectFacts> projects, CancellationToken cancel)
    {
        var (app, problem) = ApplicationChoice.Choose(target, projects);
        if (app is null)
        {
            return LoadResult.Failed(problem is null ? [] : [problem]);
        }

        var graph = new ProjectGraph(app, projects);
        var (compilation, problems) = await new CompilationLoader(graph, cancel).LoadAsync();
        return compilation is null
            ? LoadResult.Failed(problems)
            : new(
                new(compilation, AppNames.From(app.AssemblyName), new SourceRoot(graph.Root()), app.Project, app.AssemblyName, app.TargetFramework, app.TargetPath, app.Globs),
                EquatableArray<Klotho.Analysis.Diagnostics.KlothoDiagnostic>.Empty);
    }

    private static Task<ProcessOutcome> RestoreAsync(ProjectTarget target, Action<string> progress, CancellationToken cancel)
    {
        progress($"restoring {Path.GetFileName(target.File)}");
        return target.IsSolution
            ? MsBuildRun.RestoreAsync(target, cancel)
            : DotnetHost.RunAsync(["restore", target.File, "-v:q", "-nologo", "-m:2"], target.Directory, cancel);
    }

    private static bool IsStale(ProjectTarget target) => target.Projects.Any(project =>
        new FileInfo(Path.Combine(Path.GetDirectoryName(project) ?? "/", "obj", "project.assets.json")) is { Exists: true } assets &&
        assets.LastWriteTimeUtc < File.GetLastWriteTimeUtc(project));
}
