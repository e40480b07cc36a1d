using Klotho.Analysis;
using Klotho.Analysis.Attribution;
using Klotho.Analysis.Capabilities.EmbedAssets;
using Klotho.Analysis.Capabilities.StaticUnit;
using Klotho.Analysis.Graph;
using Klotho.Cli.Loading;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Writing;
using Microsoft.CodeAnalysis;

namespace Klotho.Cli.Affected;

/// <summary>Whose a file is: one unit's, several units', everybody's, or no input of the application.</summary>
internal sealed class FileOwners
{
    private readonly ILookup<string, NodeId> code;
    private readonly HashSet<string> sources;
    private readonly IReadOnlyList<(string Folder, IReadOnlyList<NodeId> Units)> folders;
    private readonly HashSet<string> elsewhere;
    private readonly HashSet<string> builds;
    private readonly LoadedProject project;
    private readonly string output;

    private FileOwners(PlannedApp app, LoadedProject project, CapabilityGraph graph, IReadOnlyList<Compilation> programs, CancellationToken cancel)
    {
        this.project = project;
        var root = project.Root.Folder;
        code = programs
            .SelectMany(program => FileAttribution.Run(new AnalysisInput(program, graph.App, project.Root), cancel).Items)
            .SelectMany(unit => unit.Files.Items.Select(file => (Path: Path.GetFullPath(file.Value, root), unit.Unit)))
            .Distinct()
            .ToLookup(pair => pair.Path, pair => pair.Unit, StringComparer.Ordinal);
        sources = programs.SelectMany(program => program.SyntaxTrees).Select(tree => Path.GetFullPath(tree.FilePath)).Concat(code.Select(group => group.Key)).ToHashSet(StringComparer.Ordinal);
        folders = [.. StaticFolders(graph, project), .. Assets(graph, project)];
        // Their effect shows in the plan, which is compared by itself.
        elsewhere = (app.Sources?.Files.Select(file => file.Path) ?? []).Append(app.Sources?.Main ?? "").Append(app.Lock?.File ?? "").ToHashSet(StringComparer.Ordinal);
        builds = project.Projects.SelectMany(facts => facts.Imports.Append(facts.Project)).ToHashSet(StringComparer.Ordinal);
        output = app.DefaultOutput ?? "";
    }

    /// <param name="app">The application as it is.</param>
    /// <param name="project">Its project.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="earlier">Its program as it was.</param>
    /// <param name="cancel">Ends the analysis of both.</param>
    public static FileOwners Of(PlannedApp app, LoadedProject project, CapabilityGraph graph, Compilation earlier, CancellationToken cancel) =>
        new(app, project, graph, earlier == project.App ? [project.App] : [project.App, earlier], cancel);

    /// <summary>What a change of a file means; null where it means nothing.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="shown">The file as people see it.</param>
    public Reason? ReasonOf(string path, string shown)
    {
        if (elsewhere.Contains(path) || IsIn(path, output) || IsOutput(path))
        {
            return null;
        }

        if (folders.Where(folder => IsIn(path, folder.Folder)).ToList() is { Count: > 0 } served)
        {
            return Reason.Of(ReasonKind.Code, shown, served.SelectMany(folder => folder.Units));
        }

        if (code.Contains(path))
        {
            return Reason.Of(ReasonKind.Code, shown, code[path]);
        }

        return sources.Contains(path) ? Reason.OfAll(ReasonKind.Code, shown, "no unit is seen to reach it")
            : builds.Contains(path) || IsSought(path) ? Reason.OfAll(ReasonKind.Code, shown, "every unit is built with it")
            : EarlierProgram.ProjectOf(path, project) is not null ? Reason.OfAll(ReasonKind.Code, shown, "it lies in a project's folder, and no unit is known to be the only one that reads it")
            : null;
    }

    /// <summary>Whether a compile wrote the file's folder, or one above it, wherever it was told to.</summary>
    private static bool IsOutput(string path)
    {
        var folder = Path.GetDirectoryName(path);
        while (folder is not null && !File.Exists(Path.Combine(folder, OutputMarker.FileName)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder is not null;
    }

    /// <summary>Whether the SDK looks for such a file in the folder of a project or in one above it.</summary>
    private bool IsSought(string path) => AskedFiles.SoughtAbove.Items.Contains(Path.GetFileName(path)) &&
        project.Projects.Any(facts => IsIn(facts.Directory + "/", Path.GetDirectoryName(path) ?? "/"));

    private static IEnumerable<(string Folder, IReadOnlyList<NodeId> Units)> StaticFolders(CapabilityGraph graph, LoadedProject project) => graph.NodesOf<StaticUnitNode>()
        .SelectMany(unit => new[] { unit.Folder, unit.BuildDirectory }.OfType<string>()
            .Select(folder => (Path.GetFullPath(folder, project.ProjectDirectory), (IReadOnlyList<NodeId>)[unit.Id])));

    private static IEnumerable<(string Folder, IReadOnlyList<NodeId> Units)> Assets(CapabilityGraph graph, LoadedProject project) => graph.NodesOf<AssetsNode>()
        .Select(assets => (Path.GetFullPath(assets.Folder, project.ProjectDirectory), (IReadOnlyList<NodeId>)[.. graph.To(assets.Id).Select(edge => edge.From)]));

    private static bool IsIn(string path, string folder) => folder.Length > 0 && path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);
}
