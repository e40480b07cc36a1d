namespace Klotho.Cli.Loading;

/// <summary>The application's project, everything that it references as source, and which assembly is whose.</summary>
internal sealed class ProjectGraph(ProjectFacts app, IReadOnlyList<ProjectFacts> all)
{
    private readonly Dictionary<string, ProjectFacts> byOutput = all
        .SelectMany(project => project.Outputs.Select(output => (Output: output, Project: project)))
        .DistinctBy(pair => pair.Output)
        .ToDictionary(pair => pair.Output, pair => pair.Project, StringComparer.Ordinal);

    public ProjectFacts App { get; } = app;

    /// <summary>The project that builds an assembly, if it is one that we know as source.</summary>
    public ProjectFacts? ThatBuilds(string assembly) =>
        byOutput.GetValueOrDefault(Path.GetFullPath(assembly)) is { Language: "C#" } project ? project : null;

    /// <summary>The project in another language that builds an assembly, if one does: to the compiler it is a library like any other.</summary>
    public ProjectFacts? InOtherLanguage(string assembly) =>
        byOutput.GetValueOrDefault(Path.GetFullPath(assembly)) is { Language: not "C#" } project ? project : null;

    /// <summary>The directory that holds every project that the application needs and what these import from above them.</summary>
    public string Root()
    {
        var needed = new Dictionary<string, ProjectFacts?>(StringComparer.Ordinal);
        Visit(App.Project);
        return needed.SelectMany(pair => (pair.Value?.Imports ?? []).Append(pair.Key))
            .Select(file => Path.GetDirectoryName(file) ?? "/")
            .Aggregate(CommonAncestor);

        void Visit(string project)
        {
            var facts = all.FirstOrDefault(candidate => candidate.Project == project);
            if (!needed.TryAdd(project, facts))
            {
                return;
            }

            foreach (var reference in facts?.References ?? [])
            {
                Visit(reference);
            }
        }
    }

    public static string CommonAncestor(string first, string second)
    {
        var common = first;
        while (second != common && !second.StartsWith(common.TrimEnd('/') + "/", StringComparison.Ordinal) && Path.GetDirectoryName(common) is { } parent)
        {
            common = parent;
        }

        return common;
    }
}
