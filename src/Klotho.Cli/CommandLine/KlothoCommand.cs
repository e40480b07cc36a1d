using System.CommandLine;

namespace Klotho.Cli.CommandLine;

/// <summary>A command whose help ends with an example and with the exit codes that it can end with.</summary>
internal sealed class KlothoCommand(string name, string description, string example, IReadOnlyList<int> exitCodes) : Command(name, description)
{
    public string Example { get; } = example;

    /// <summary>Sorted; without those of every command, for a mistake of klotho's and for Ctrl-C.</summary>
    public IReadOnlyList<int> ExitCodes { get; } = exitCodes;

    /// <summary>What its option for the form of the output takes; none where it has no such option.</summary>
    public IReadOnlyList<string> Formats => Options.FirstOrDefault(option => option.Name == PrintOptions.FormatOption)?.HelpName?.Split('|') ?? [];
}
