using Klotho.Cli.CommandLine;
using Klotho.Cli.Loading;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Serve;

/// <summary>An application as its files are now: it is analyzed and planned when somebody asks, and again only after an edit.</summary>
internal sealed class ServedApplication(AppSelection selection, Terminal terminal)
{
    private readonly LiveFrontEnd frontEnd = new(selection, terminal);
    private readonly HashSet<string> edited = new(StringComparer.Ordinal);
    // Until a load says which folders there are, the named one is looked at: whoever mends what is wrong there wants to hear of it.
    private SourceWatch watch = new([Directory.Exists(selection.Path) ? Path.GetFullPath(selection.Path) : Path.GetDirectoryName(Path.GetFullPath(selection.Path)) ?? "/"]);
    private bool isLoaded;
    private PlannedApp? analyzed;
    private PlannedApp? planned;
    private PlannedApp? told;

    /// <summary>Takes a text for a file's that nobody has saved; null for what is on the disk.</summary>
    public void Open(string path, string? text)
    {
        frontEnd.Memory.Open(path, text);
        edited.Add(path);
    }

    /// <summary>Whether the application is another than when <see cref="Told"/> was called.</summary>
    public bool IsNew() => IsEdited() || planned is null || told != planned;

    /// <summary>Notes that the client knows how the application is.</summary>
    public void Told() => told = planned;

    public async Task<PlannedApp> AnalyzeAsync(CancellationToken cancel)
    {
        if (!IsEdited() && analyzed is { } known)
        {
            return known;
        }

        // What is written from here on may have been read or not, so that it counts as edited at the next look.
        var begun = DateTime.UtcNow;
        var app = await frontEnd.AnalyzeAsync(edited, cancel);
        (analyzed, planned) = (app, null);
        edited.Clear();
        if (!isLoaded && app is { Project: { } project, Sources: { } sources })
        {
            isLoaded = true;
            watch = new(SourceWatch.FoldersOf(project), [sources.Main, .. sources.Files.Select(file => file.Path), LockSource.Read(selection, app.Folder ?? project.ProjectDirectory, project.Root).File]);
            watch.Begin(begun);
        }

        return app;
    }

    public async Task<PlannedApp> PlanAsync(CancellationToken cancel)
    {
        var app = await AnalyzeAsync(cancel);
        return planned ??= FrontEnd.Plan(app, selection, terminal);
    }

    private bool IsEdited()
    {
        edited.UnionWith(watch.Changed());
        return analyzed is null || edited.Count > 0;
    }
}
