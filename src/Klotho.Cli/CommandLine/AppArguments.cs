using System.CommandLine;
using Klotho.Planning.Configuration;

namespace Klotho.Cli.CommandLine;

/// <summary>The argument and options of every command that reads an application.</summary>
internal sealed class AppArguments
{
    private readonly Argument<string> path = new("path")
    {
        Description = "The application's .csproj, its folder, or a .sln or .slnx with one application.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string> pathOption = new("--path")
    {
        Description = "The application's .csproj, its folder, or a .sln or .slnx with one application.",
        DefaultValueFactory = _ => ".",
        HelpName = "PATH",
    };

    private readonly Option<string?> config = new("--config")
    {
        Description = "The configuration file. klotho.yaml beside the project file by default, where there is one.",
        HelpName = "FILE",
    };

    private readonly Option<string?> environment = new("--env")
    {
        Description = "Take what the configuration says under environments.NAME, and lay klotho.NAME.yaml, beside it, over it.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> overrides = new(OverrideReader.Option)
    {
        Description = "Set a key of the configuration for this run, such as execution_units.ocr.type=fargate. May be repeated.",
        HelpName = "KEY=VALUE",
    };

    public AppArguments() => overrides.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => !token.Value.Contains('=', StringComparison.Ordinal)))
        {
            result.AddError($"{OverrideReader.Option} takes a key and a value, KEY=VALUE, not '{token.Value}'.");
        }
    });

    public void AddTo(Command command, bool withConfiguration = true)
    {
        command.Add(path);
        if (withConfiguration)
        {
            AddConfiguration(command);
        }
    }

    /// <summary>For a command whose arguments are something else: the path is an option.</summary>
    public void AddAsOptionsTo(Command command)
    {
        command.Add(pathOption);
        AddConfiguration(command);
    }

    private void AddConfiguration(Command command)
    {
        command.Add(config);
        command.Add(environment);
        command.Add(overrides);
    }

    public AppSelection Read(ParseResult result) =>
        new((result.GetResult(pathOption) is null ? result.GetValue(path) : result.GetValue(pathOption)) ?? ".", result.GetValue(config), result.GetValue(environment))
        {
            Overrides = result.GetValue(overrides) ?? [],
        };
}
