using System.CommandLine;

namespace Klotho.Cli.CommandLine;

/// <summary>A command whose help ends with an example.</summary>
internal sealed class KlothoCommand(string name, string description, string example) : Command(name, description)
{
    public string Example { get; } = example;
}
