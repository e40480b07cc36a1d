using Klotho.Analysis.Diagnostics;
using Klotho.Cli.Diagnostics;

namespace Klotho.Cli.Loading;

/// <summary>Finds the project or solution that a path on the command line means.</summary>
internal static class ProjectLocator
{
    private static readonly string[] Endings = [".csproj", ".sln", ".slnx"];

    public static (ProjectTarget? Target, KlothoDiagnostic? Problem) Locate(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            return InFolder(full, path);
        }

        if (!File.Exists(full))
        {
            return (null, LoadRules.PathNotFound.At(FileLocation.Of(full), path));
        }

        return IsProject(full) ? (Open(full), null) : (null, LoadRules.NotAProject.At(FileLocation.Of(full), path));
    }

    private static (ProjectTarget? Target, KlothoDiagnostic? Problem) InFolder(string folder, string path)
    {
        var files = Directory.EnumerateFiles(folder).Where(IsProject).Order(StringComparer.Ordinal).ToList();

        // A project beside its solution is the usual layout of a small application: the project is meant.
        var projects = files.Where(file => file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)).ToList();
        var candidates = projects.Count > 0 ? projects : files;
        return candidates switch
        {
            [var only] => (Open(only), null),
            [] => (null, LoadRules.NoProject.At(FileLocation.Of(folder), path)),
            _ => (null, LoadRules.SeveralProjects.At(FileLocation.Of(folder), path, string.Join(", ", candidates.Select(Path.GetFileName)))),
        };
    }

    private static bool IsProject(string file) => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private static ProjectTarget Open(string file) =>
        new(file, file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) ? [file] : SolutionFile.Projects(file, File.ReadAllText(file)));
}
