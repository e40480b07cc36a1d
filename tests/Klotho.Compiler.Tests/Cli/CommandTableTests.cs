using System.Text;
using Klotho.Cli;
using Klotho.Cli.CommandLine;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Cli;

/// <summary>The table of commands in docs/cli.md is that of the command tree.</summary>
public sealed class CommandTableTests
{
    private static readonly IReadOnlyList<KlothoCommand> Commands = [.. CommandTree.Create().Subcommands.OfType<KlothoCommand>()];

    [Fact]
    public void The_page_shows_every_command_with_its_formats_and_exit_codes()
    {
        var table = new StringBuilder("| command | `--format` | exit codes |\n|---|---|---|\n");
        foreach (var command in Commands)
        {
            var formats = command.Formats.Count == 0 ? "" : string.Join(", ", command.Formats.Select(format => $"`{format}`"));
            table.Append($"| `klotho {command.Name}` | {formats} | {string.Join(", ", command.ExitCodes)} |\n");
        }

        MarkedDocument.Check(Path.Combine(Conventions.Repository.Root, "docs/cli.md"), ("commands", table.ToString()));
    }

    [Fact]
    public void Every_command_is_one_with_an_example_of_itself_and_codes_that_the_page_explains()
    {
        Assert.Equal(CommandTree.Create().Subcommands.Count, Commands.Count);
        var page = Conventions.Repository.Read("docs/cli.md");
        Assert.All(Commands, command =>
        {
            Assert.StartsWith($"klotho {command.Name}", command.Example, StringComparison.Ordinal);
            Assert.Contains($"| `klotho {command.Name}", page, StringComparison.Ordinal);
            Assert.Equal(command.ExitCodes.Order(), command.ExitCodes);
            Assert.All(command.ExitCodes, code => Assert.Contains($"\n| {code} | ", page, StringComparison.Ordinal));
        });
    }
}
