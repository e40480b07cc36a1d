using System.Globalization;
using System.Text.RegularExpressions;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>The exit codes that docs/cli.md gives each command: whatever a test makes klotho do, it ends with one of them.</summary>
internal static partial class DocumentedExitCodes
{
    private static readonly Dictionary<string, int[]> Codes = Row().Matches(File.ReadAllText(Path.Combine(BuiltTool.Repository, "docs", "cli.md")))
        .ToDictionary(row => row.Groups["command"].Value, row => row.Groups["codes"].Value.Split(", ").Select(code => int.Parse(code, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);

    /// <summary>A first word that is no command is a mistake on the command line.</summary>
    public static bool Allow(string? command, int code) => Codes.TryGetValue(command ?? "", out var allowed) ? allowed.Contains(code) : code is 0 or 1;

    [GeneratedRegex(@"^\| `klotho (?<command>[a-z]+)` \| [^|]*\| (?<codes>[0-9, ]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
