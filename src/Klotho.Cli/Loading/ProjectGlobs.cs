using System.Text.RegularExpressions;

namespace Klotho.Cli.Loading;

/// <summary>Which files below a project's folder its build takes in without being told.</summary>
/// <param name="Directory">The project's folder.</param>
/// <param name="Excludes">The patterns that it leaves out, separated by semicolons; null where it takes in nothing by itself.</param>
internal sealed record ProjectGlobs(string Directory, string? Excludes)
{
    public bool TakeIn(string file)
    {
        var path = Path.GetRelativePath(Directory, file).Replace('\\', '/');
        return Excludes is not null && !Path.IsPathRooted(path) && !path.StartsWith("../", StringComparison.Ordinal) &&
            !Excludes.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Any(pattern => Matches(path, pattern));
    }

    private bool Matches(string path, string pattern)
    {
        var relative = Path.IsPathRooted(pattern) ? Path.GetRelativePath(Directory, pattern) : pattern;
        var segments = relative.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != ".").ToList();
        // '**' is any number of folders; within a name, '*' is any letters and '?' is one.
        var expression = string.Concat(segments.Select((segment, index) =>
            (segment == "**", index == segments.Count - 1) switch
            {
                (true, true) => ".*",
                (true, false) => "(?:[^/]+/)*",
                (false, var last) => Regex.Escape(segment).Replace("\\*", "[^/]*", StringComparison.Ordinal).Replace("\\?", "[^/]", StringComparison.Ordinal) + (last ? "" : "/"),
            }));
        return Regex.IsMatch(path, $"^{expression}$", RegexOptions.CultureInvariant);
    }
}
