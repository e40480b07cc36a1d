using System.Text.RegularExpressions;

namespace Klotho.Cli.Loading;

/// <summary>
/// What an MSBuild run took in, from its own log at the level "diagnostic" (whose messages are read in English).
/// </summary>
/// <param name="Imports">Every file that was imported into a project.</param>
/// <param name="TargetFiles">Every file one of whose targets ran.</param>
internal sealed partial record EvaluationLog(IReadOnlyList<string> Imports, IReadOnlyList<string> TargetFiles)
{
    public static EvaluationLog Read(string file)
    {
        var imports = new SortedSet<string>(StringComparer.Ordinal);
        var targets = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(file))
        {
            if (Import().Match(line) is { Success: true } import)
            {
                imports.Add(import.Groups[1].Value);
            }
            else if (Target().Match(line) is { Success: true } target)
            {
                targets.Add(target.Groups[1].Value);
            }
        }

        return new([.. imports], [.. targets]);
    }

    [GeneratedRegex("""^ *Importing project "([^"]+)" into project """, RegexOptions.CultureInvariant)]
    private static partial Regex Import();

    [GeneratedRegex("""^ *Target "[^"]+" in file "([^"]+)" """, RegexOptions.CultureInvariant)]
    private static partial Regex Target();
}
