using System.Text.RegularExpressions;
using Klotho.Analysis.Collections;

namespace Klotho.Cli.Loading;

/// <summary>Files for which a project file asks, so that their coming or going changes what the project is.</summary>
internal static partial class AskedFiles
{
    /// <summary>What the SDK looks for in the folder of a project and in every folder above it.</summary>
    public static readonly EquatableArray<string> SoughtAbove = new(
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Build.rsp", "Directory.Packages.props",
        "global.json", "nuget.config", "NuGet.config", "NuGet.Config", ".editorconfig", ".globalconfig",
    ]);

    /// <summary>The paths of its conditions; null where it asks for what cannot be told from its text.</summary>
    public static IReadOnlyList<string>? In(string file, IReadOnlyList<ProjectFacts> projects)
    {
        // What NuGet writes asks for its own packages only.
        var text = file.Contains(".nuget.g.", StringComparison.Ordinal) ? "" : File.ReadAllText(file);
        if (Contents().IsMatch(text) || SoughtElsewhere().Matches(text).Any(match => !SoughtAbove.Items.Contains(match.Groups[1].Value, StringComparer.Ordinal)))
        {
            return null;
        }

        var paths = Condition().Matches(text).SelectMany(match => Expand(match.Groups[1].Value, file, projects)).ToList();
        return paths.Any(path => path.AsSpan().ContainsAny('$', '@', '%') || path.Contains('*', StringComparison.Ordinal)) ? null : paths;
    }

    /// <summary>The properties that every file has; a file that several projects import stands for each of them.</summary>
    private static IEnumerable<string> Expand(string path, string file, IReadOnlyList<ProjectFacts> projects)
    {
        var here = Path.GetDirectoryName(file) + "/";
        return projects.Select(project => Path.GetFullPath(
            path.Trim('\'', '"', ' ')
                .Replace("$(MSBuildThisFileDirectory)", here, StringComparison.OrdinalIgnoreCase)
                .Replace("$(MSBuildProjectDirectory)", project.Directory, StringComparison.OrdinalIgnoreCase)
                .Replace('\\', '/'),
            project.Directory)).Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex("""\bExists\(((?:[^()]|\([^()]*\))*)\)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Condition();

    [GeneratedRegex("""FileAbove\(\s*'?([^',)]*)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SoughtElsewhere();

    /// <summary>Contents and lists of files, and patterns with a wildcard that begin with a property or in a folder above.</summary>
    [GeneratedRegex("""System\.IO\.(?:File|Directory)|Include\s*=\s*"[^"]*(?:\$\(|\.\.)[^"]*\*|Project\s*=\s*"[^"]*\*""", RegexOptions.CultureInvariant)]
    private static partial Regex Contents();
}
