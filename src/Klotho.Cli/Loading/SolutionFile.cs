using System.Text.RegularExpressions;

namespace Klotho.Cli.Loading;

/// <summary>Reads which C# projects a solution lists. MSBuild itself judges whether the file is well-formed.</summary>
internal static partial class SolutionFile
{
    /// <summary>The absolute paths of the solution's C# projects that exist, in ordinal order.</summary>
    public static IReadOnlyList<string> Projects(string file, string text)
    {
        var directory = Path.GetDirectoryName(file) ?? "/";
        var pattern = file.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase) ? XmlProject() : ClassicProject();
        return pattern.Matches(text)
            .Select(match => System.Net.WebUtility.HtmlDecode(match.Groups["path"].Value).Replace('\\', '/'))
            .Where(path => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            .Select(path => Path.GetFullPath(path, directory))
            .Where(File.Exists)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    [GeneratedRegex("""^Project\("[^"]*"\)\s*=\s*"[^"]*",\s*"(?<path>[^"]*)",""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ClassicProject();

    [GeneratedRegex("""<Project\s[^>]*?Path\s*=\s*"(?<path>[^"]*)" """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex XmlProject();
}
