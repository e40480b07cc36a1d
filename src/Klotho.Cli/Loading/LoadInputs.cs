using System.Text.RegularExpressions;

namespace Klotho.Cli.Loading;

/// <summary>Finds out what a load depended on, so that it need not be done again while all of that stays the same.</summary>
internal static partial class LoadInputs
{
    /// <summary>The state on which the load rests, or why it can't be told.</summary>
    /// <param name="target">What was loaded.</param>
    /// <param name="projects">What the run said.</param>
    /// <param name="log">What the run took in.</param>
    /// <param name="ownFolder">Where the files stand that the run was given for itself.</param>
    /// <param name="begun">When it began: what changed since may have been read before or after.</param>
    public static (LoadedState? State, string? Reason) Of(
        ProjectTarget target, IReadOnlyList<ProjectFacts> projects, EvaluationLog log, string ownFolder, DateTime begun)
    {
        var sdk = Path.GetDirectoryName(Path.GetFullPath(projects[0].RoslynDirectory).TrimEnd(Path.DirectorySeparatorChar)) ?? "/";
        if (log.TargetFiles.FirstOrDefault(file => !IsBelow(file, sdk) && !IsBelow(file, ownFolder)) is { } foreign)
        {
            // Such a target may read anything, and write code from it.
            return (null, $"a target of {foreign} takes part in it");
        }

        var packages = PackageFolders.Of(projects);
        var imports = log.Imports.Where(file => !IsBelow(file, ownFolder)).Concat(projects.Select(project => project.Project)).Distinct(StringComparer.Ordinal).Where(File.Exists).ToList();
        var written = imports.Where(file => !IsBelow(file, sdk) && !packages.Any(folder => IsBelow(file, folder))).ToList();
        var asked = written.Select(file => (File: file, Paths: AskedFiles.In(file, projects))).ToList();
        if (asked.FirstOrDefault(found => found.Paths is null) is { File: { } unclear })
        {
            return (null, $"{unclear} asks for more files than can be watched");
        }

        var files = Files(target, projects, written).ToDictionary(file => file, PathStamps.OfFile, StringComparer.Ordinal);
        if (files.Keys.FirstOrDefault(file => File.Exists(file) && File.GetLastWriteTimeUtc(file) >= begun) is { } changed)
        {
            return (null, $"{changed} changed meanwhile");
        }

        foreach (var path in projects.SelectMany(Intermediate).Concat(asked.SelectMany(found => found.Paths ?? [])))
        {
            files.TryAdd(path, PathStamps.OfPresence(path));
        }

        var folders = projects.Select(project => project.Directory).Distinct(StringComparer.Ordinal)
            .ToDictionary(folder => folder, PathStamps.OfFolder, StringComparer.Ordinal);
        var names = Names(imports);
        return (new(projects, files, folders, SdkPlace.Beside(sdk), EnvironmentVariables.Named(names), names), null);
    }

    private static List<string> Names(IEnumerable<string> files) =>
        files.SelectMany(file => Variable().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();

    private static IEnumerable<string> Files(ProjectTarget target, IReadOnlyList<ProjectFacts> projects, IEnumerable<string> written) =>
        written
            .Append(target.File)
            .Concat(projects.Select(project => project.AssetsFile).Where(file => file.Length > 0))
            .Concat(projects.SelectMany(project => FoldersAbove.And(project.Directory)).SelectMany(folder => AskedFiles.SoughtAbove.Select(name => Path.Combine(folder, name))))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Files that the run writes for the compiler: it is enough that they are there, their contents are looked at with the code.</summary>
    private static IEnumerable<string> Intermediate(ProjectFacts project) =>
        project.Arguments.Select(argument => Path.GetFullPath(argument, project.Directory))
            .Where(path => path.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal) && File.Exists(path));

    private static bool IsBelow(string path, string folder) => path.StartsWith(folder, StringComparison.Ordinal);

    [GeneratedRegex("""(?:\$\(|GetEnvironmentVariable\(\s*['"`]?)([A-Za-z_][A-Za-z0-9_]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
