using Klotho.Cli.Loading;
using Klotho.Cli.Processes;

namespace Klotho.Cli.Run;

/// <summary>
/// Compiles the projects that an edit of code touches by the command lines that MSBuild gave, without MSBuild, into a folder of its own: what
/// stands in <c>bin</c> and <c>obj</c> stays as the last build left it. A project is compiled again when its code was edited, or when what a
/// project that it references shows to others is another.
/// </summary>
internal sealed class CodeBuild : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, CompiledProject> compiled = new(StringComparer.Ordinal);
    private readonly HashSet<string> stale = new(StringComparer.Ordinal);
    private IReadOnlyList<ProjectFacts> projects = [];

    /// <summary>What was compiled since the last build, to stand in the place of what that made.</summary>
    public IReadOnlyCollection<CompiledProject> Compiled => compiled.Values;

    /// <summary>Begins anew with what a build made of a project. Where more than the compiler has a part in that, edits are left to builds.</summary>
    public void Follow(LoadedProject project)
    {
        compiled.Clear();
        stale.Clear();
        projects = project.IsKept && project.Projects.All(facts => facts.Language == "C#" && IsCompilersOwn(facts)) ? InOrder(project.Projects) : [];
    }

    /// <summary>Leaves everything to a build.</summary>
    public void Forget() => projects = [];

    /// <summary>Whether a project is still compiled as in the last build.</summary>
    public bool Follows(LoadedProject project) =>
        projects.Count == project.Projects.Count &&
        projects.All(known => project.Projects.Any(facts => facts.Project == known.Project && facts.Arguments.SequenceEqual(known.Arguments, StringComparer.Ordinal)));

    /// <summary>Compiles what edits touch; what is wrong, or null where that takes a build.</summary>
    /// <param name="edited">The absolute paths of the edited files.</param>
    /// <param name="cancel">Ends the compiler.</param>
    public async Task<IReadOnlyList<string>?> CompileAsync(IReadOnlyCollection<string> edited, CancellationToken cancel)
    {
        if (projects.Count == 0 || edited.Any(file => !file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        stale.UnionWith(projects.Where(project => edited.Any(file => CompilerArguments.Name(project, file))).Select(project => project.Project));

        // One that is compiled can make those after it stale.
        foreach (var project in projects)
        {
            if (stale.Contains(project.Project) && await CompileAsync(project, cancel) is { Count: > 0 } problems)
            {
                return problems;
            }
        }

        return [];
    }

    public void Dispose() => folder.Dispose();

    private async Task<IReadOnlyList<string>> CompileAsync(ProjectFacts project, CancellationToken cancel)
    {
        var place = Directory.CreateDirectory(folder.Combine($"{projects.ToList().IndexOf(project)}")).FullName;
        var arguments = new CompilerArguments(project, place);
        var response = Path.Combine(place, "csc.rsp");
        var earlier = arguments.Reference is { } shown && File.Exists(shown) ? await File.ReadAllBytesAsync(shown, cancel) : null;
        await File.WriteAllLinesAsync(response, arguments.With(projects, compiled), cancel);
        var outcome = await CompilerProcess.Shared.RunAsync(project, response, cancel);
        if (outcome.ExitCode != 0)
        {
            return [.. outcome.Lines.Where(line => line.Length > 0).Distinct()];
        }

        stale.Remove(project.Project);
        compiled[project.Project] = new(project, arguments.Assembly, arguments.Reference ?? arguments.Assembly);
        var later = await File.ReadAllBytesAsync(compiled[project.Project].Reference, cancel);
        if (earlier is null || !earlier.AsSpan().SequenceEqual(later))
        {
            stale.UnionWith(projects.Where(other => other.References.Contains(project.Project)).Select(other => other.Project));
        }

        return [];
    }

    /// <summary>Whether the build took what the compiler wrote as it was: nothing wove more into it.</summary>
    private static bool IsCompilersOwn(ProjectFacts project) =>
        project.Outputs is [var target, .., var intermediate] && File.Exists(target) && File.Exists(intermediate) &&
        File.ReadAllBytes(target).AsSpan().SequenceEqual(File.ReadAllBytes(intermediate));

    /// <summary>Each project after those that it references.</summary>
    private static List<ProjectFacts> InOrder(IReadOnlyList<ProjectFacts> projects)
    {
        var ordered = new List<ProjectFacts>();
        foreach (var project in projects)
        {
            Add(project);
        }

        return ordered;

        void Add(ProjectFacts project)
        {
            if (ordered.Contains(project))
            {
                return;
            }

            foreach (var reference in projects.Where(other => other != project && project.References.Contains(other.Project)))
            {
                Add(reference);
            }

            ordered.Add(project);
        }
    }
}
