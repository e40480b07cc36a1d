using System.Globalization;
using System.Text.RegularExpressions;

namespace Klotho.Cli.Loading;

/// <summary>A line in MSBuild's canonical form: <c>file(line,column): error CODE: text [project]</c>.</summary>
internal sealed partial record MsBuildMessage(string File, int Line, int Column, bool IsError, string Code, string Text, string Project = "")
{
    /// <summary>Whether the file is one of the SDK or of a package, which the user did not write: the project is what he can mend.</summary>
    public bool IsInToolchain =>
        Path.GetExtension(File) is ".targets" or ".props" &&
        (Path.GetFileName(File).StartsWith("Microsoft.", StringComparison.Ordinal) || Path.GetFileName(File).StartsWith("NuGet.", StringComparison.Ordinal));

    public static MsBuildMessage? Parse(string line)
    {
        var match = Canonical().Match(line);
        return match.Success
            ? new(match.Groups["file"].Value.Trim(), Number(match.Groups["line"]), Number(match.Groups["column"]),
                match.Groups["severity"].Value == "error", match.Groups["code"].Value, match.Groups["text"].Value, match.Groups["project"].Value.Split("::", 2)[0])
            : null;
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 1;

    [GeneratedRegex(@"^(?<file>.*?)(\((?<line>\d+)(,(?<column>\d+))?(,\d+,\d+)?\))?\s*: (?<severity>error|warning) (?<code>\w+)\s*: (?<text>.*?)( \[(?<project>[^\]]*)\])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Canonical();
}
