using System.Text.RegularExpressions;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>How much klotho says, and in which colours.</summary>
public sealed class TerminalTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("NO_COLOR", "1", false)]
    [InlineData("TERM", "dumb", false)]
    public void A_terminal_gets_colours_unless_it_or_its_owner_wants_none(string variable, string value, bool colours)
    {
        Dictionary<string, string> environment = new() { ["TERM"] = "xterm-256color" };
        if (variable.Length > 0)
        {
            environment[variable] = value;
        }

        var result = BuiltTool.RunOnTerminal(BuiltTool.Repository, environment, "", "check", "samples/NoSuchSample");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("KL0001", result.Output, StringComparison.Ordinal);
        Assert.Equal(colours, Regex.IsMatch(result.Output, @"\e\[[0-9;]+m"));
    }

    [Fact]
    public void Quiet_says_nothing_of_what_went_well_and_verbose_says_what_each_step_took()
    {
        using var workspace = new Workspace().WithNotes();

        var quiet = BuiltTool.Run(workspace.Root, "compile", "Notes", "--quiet");
        var verbose = BuiltTool.Run(workspace.Root, "compile", "Notes", "--verbose");

        Assert.Equal(new ToolResult(0, "", ""), quiet);
        Assert.Equal(0, verbose.ExitCode);
        Assert.All(["load", "plan", "emit"], step => Assert.Matches($@"(?m)^{step} \d+ ms$", verbose.Error));
    }
}
