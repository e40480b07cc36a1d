using System.Diagnostics;
using System.Globalization;
using Klotho.Analysis.Attribution;
using Klotho.Analysis.Collections;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Loading;
using Klotho.Cli.Processes;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Run;

/// <summary>Analyze, build, start, and do so again for what an edit touches, until a process ends or the user says so.</summary>
internal static class RunAction
{
    public static async Task<int> RunAsync(RunOptions options, Terminal terminal, CancellationToken cancel)
    {
        var begun = DateTime.UtcNow;
        using var builder = new RunBuilder(options.App, terminal);
        var (built, code) = await builder.MakeAsync([], cancel);
        return built is null ? code : await ServeAsync(options, builder, built, begun, terminal, cancel);
    }

    private static async Task<int> ServeAsync(RunOptions options, RunBuilder builder, RunBuild built, DateTime begun, Terminal terminal, CancellationToken cancel)
    {
        using var scratch = options.Split && options.Data is null ? new TemporaryFolder() : null;
        var data = options.Data is { } named ? Directory.CreateDirectory(named).FullName : scratch?.Path;
        var layout = new RoleLayout(options, data);
        var watch = new SourceWatch(SourceWatch.FoldersOf(built.Project));
        watch.Begin(begun);
        await using var session = new RunSession(built.Project, terminal.ColoursOutput);
        try
        {
            var roles = layout.Of(built.Graph, built.Limits);
            if (await session.StartAsync(roles, Names(roles), Generation.Of(built.Project.TargetPath, built.Compiled), cancel) is { } problem)
            {
                return await FailAsync(problem);
            }

            RunBanner.Print(built.Graph, roles, session.Processes, options.Data is null ? null : data);
            return await FollowAsync(options, builder, built, layout, session, watch, terminal, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Ctrl-C is how a run ends.
            return ExitCode.Done;
        }
    }

    /// <summary>Ends when a process does.</summary>
    private static async Task<int> FollowAsync(
        RunOptions options, RunBuilder builder, RunBuild built, RoleLayout layout, RunSession session, SourceWatch watch, Terminal terminal, CancellationToken cancel)
    {
        var files = FilesOf(options, built, cancel);
        while (true)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var edit = watch.NextAsync(stop.Token);
            var end = session.EndAsync();
            if (await Task.WhenAny(edit, end) == end)
            {
                await stop.CancelAsync();
                cancel.ThrowIfCancellationRequested();
                var (name, code) = await end;
                return await FailAsync($"{name} ended with exit code {code}; stopping the rest");
            }

            files = await ApplyAsync(options, builder, await edit, files, layout, session, terminal, cancel);
        }
    }

    /// <summary>Builds what was edited and starts anew whom that concerns. Where it does not build, or not start, what ran before goes on. The files of each unit of what runs.</summary>
    private static async Task<EquatableArray<UnitFiles>> ApplyAsync(
        RunOptions options, RunBuilder builder, IReadOnlyList<string> edited, EquatableArray<UnitFiles> before, RoleLayout layout, RunSession session, Terminal terminal, CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        terminal.Progress($"{Path.GetFileName(edited[0])}{(edited.Count > 1 ? $" and {edited.Count - 1} more" : "")} changed");
        var (built, _) = await builder.MakeAsync(edited, cancel);
        if (built is null)
        {
            await Console.Error.WriteLineAsync("klotho: what was built before goes on serving; the next edit is tried again");
            return before;
        }

        var after = FilesOf(options, built, cancel);
        var roles = layout.Of(built.Graph, built.Limits);
        var touched = roles.Select(role => role.Name).SequenceEqual(session.Roles.Select(role => role.Name))
            ? TouchedRoles.Of(edited.Select(built.Project.Root.Relative), before, after, Names(roles))
            // Every process knows where the others are.
            : Names(roles);
        if (await session.StartAsync(roles, touched, Generation.Of(built.Project.TargetPath, built.Compiled), cancel) is { } problem)
        {
            await Console.Error.WriteLineAsync($"klotho: {problem}; what was built before serves again");
            return before;
        }

        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
        foreach (var (role, process) in roles.Zip(session.Processes).Where(pair => touched.Contains(pair.First.Name)))
        {
            Console.Out.WriteLine($"{role.Name} runs again at {role.Url}, pid {process.Id}, {seconds} s after the edit");
        }

        return after;
    }

    /// <summary>The files of each unit; nobody asks for them where one process is all units.</summary>
    private static EquatableArray<UnitFiles> FilesOf(RunOptions options, RunBuild built, CancellationToken cancel) =>
        options.Split ? TouchedRoles.FilesOf(built.Project, built.Graph.App, cancel) : EquatableArray<UnitFiles>.Empty;

    private static HashSet<string> Names(IEnumerable<ProcessRole> roles) => roles.Select(role => role.Name).ToHashSet(StringComparer.Ordinal);

    private static async Task<int> FailAsync(string problem)
    {
        await Console.Error.WriteLineAsync($"klotho: {problem}");
        return ExitCode.InputHasErrors;
    }
}
