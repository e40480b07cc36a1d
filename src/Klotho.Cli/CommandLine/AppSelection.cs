namespace Klotho.Cli.CommandLine;

/// <summary>Which application to read and with which configuration.</summary>
internal sealed record AppSelection(string Path, string? ConfigFile, string? Environment)
{
    /// <summary>Settings of the command line, each <c>KEY=VALUE</c>.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];
}
