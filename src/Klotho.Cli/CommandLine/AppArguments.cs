using System.CommandLine;

namespace Klotho.Cli.CommandLine;

/// <summary>The argument and options of every command that reads an application.</summary>
internal sealed class AppArguments
{
    private readonly Argument<string> path = new("path")
    {
        Description = "The application's .csproj, its folder, or a .sln or .slnx with one application.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> config = new("--config")
    {
        Description = "The configuration file. klotho.yaml beside the project file by default, where there is one.",
        HelpName = "FILE",
    };

    private readonly Option<string?> environment = new("--env")
    {
        Description = "Lay klotho.NAME.yaml, beside the configuration file, over it.",
        HelpName = "NAME",
    };

    public void AddTo(Command command, bool withConfiguration = true)
    {
        command.Add(path);
        if (withConfiguration)
        {
            command.Add(config);
            command.Add(environment);
        }
    }

    public AppSelection Read(ParseResult result) =>
        new(result.GetValue(path) ?? ".", result.GetValue(config), result.GetValue(environment));
}
