using System.Text.RegularExpressions;
using Klotho.Cli.Processes;

namespace Klotho.Cli.Doctor;

/// <summary>A program that tells its version, of which some version or a later one is needed; the first of several that is there counts.</summary>
internal sealed partial record ToolPrerequisite(string Name, Need Need, string Purpose, Version Least, string Mend, params IReadOnlyList<string> Commands) : IPrerequisite
{
    /// <summary>What makes the program print its version.</summary>
    public string Ask { get; init; } = "--version";

    public async Task<Finding> FindAsync(string directory, CancellationToken cancel)
    {
        Finding? failed = null;
        foreach (var command in Commands)
        {
            var answer = await CommandProcess.RunAsync(command, [Ask], directory, cancel, DotnetHost.Variables);
            if (answer.ExitCode == CommandProcess.NotFound)
            {
                continue;
            }

            if (answer.ExitCode == 0 && VersionIn(answer.Lines) is { } version)
            {
                return version >= Least
                    ? Answer(true, Commands.Count > 1 ? $"{command} {version}" : $"{version}")
                    : Answer(false, $"{version}, but {Least} or later is needed");
            }

            failed ??= Answer(false, $"'{command} {Ask}' fails with exit code {answer.ExitCode}");
        }

        return failed ?? Answer(false, $"not on the PATH ({string.Join(", ", Commands)})");
    }

    private static Version? VersionIn(IEnumerable<string> lines) =>
        lines.Select(line => Dotted.Match(line)).FirstOrDefault(match => match.Success) is { } found ? Version.Parse(found.Value) : null;

    private Finding Answer(bool isThere, string found) => new(Name, Need, isThere, found, Purpose, isThere ? "" : Mend);

    [GeneratedRegex(@"[0-9]{1,9}(\.[0-9]{1,9}){1,3}")]
    private static partial Regex Dotted { get; }
}
