namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>Environments and settings of the command line, as they come out of <c>klotho config</c>.</summary>
public sealed class EnvironmentTests
{
    [Fact]
    public void Each_value_shows_the_line_or_option_that_gave_it()
    {
        using var workspace = new Workspace();
        workspace.WithNotes()
            .With("Notes/klotho.yaml", """
                requirements: {availability: 99%}
                environments:
                  prod:
                    region: eu-central-1
                    execution_units: {main: {infra_params: {memory: 2048}}}
                """)
            .With("Notes/klotho.prod.yaml", "requirements: {availability: 99.5%}\n");

        var result = BuiltTool.Run(workspace.Root, "config", "Notes", "--env", "prod", "--set", "execution_units.reader.infra_params.memory=512");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"(?m)^region +eu-central-1 +# .*klotho\.yaml:4 *$", result.Output);
        Assert.Matches(@"(?m)^requirements\.availability +99\.5% +# .*klotho\.prod\.yaml:1 *$", result.Output);
        Assert.Matches(@"(?m)^execution_units\.main\.infra_params\.memory +2048 +# .*klotho\.yaml:5 *$", result.Output);
        Assert.Matches(@"(?m)^execution_units\.reader\.infra_params\.memory +512 +# --set *$", result.Output);
    }

    /// <summary>The keys and paths of a real application are long.</summary>
    [Fact]
    public void Nothing_is_cut_where_keys_are_long()
    {
        var result = BuiltTool.Run(BuiltTool.Repository, "config", "samples/SearchTheDeck");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"(?m)^app +search-the-deck +# samples/SearchTheDeck/klotho\.yaml:2$", result.Output);
        Assert.Matches(@"(?m)^pubsub\.slide-uploaded\.infra_params\.dead_letter_retention_days +14 +# default$", result.Output);
        Assert.All(result.Output.TrimEnd('\n').Split('\n'), line => Assert.Matches("^[a-z0-9_.-]+ .*# .+$", line));
    }

    [Fact]
    public void An_unknown_environment_is_told_which_there_are()
    {
        using var workspace = new Workspace();
        workspace.WithNotes()
            .With("Notes/klotho.yaml", "environments: {prod: {}}\n")
            .With("Notes/klotho.test.yaml", "{}\n");

        var result = BuiltTool.Run(workspace.Root, "check", "Notes", "--env", "staging");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("KL0022: There is no environment 'staging'", result.Error, StringComparison.Ordinal);
        Assert.Contains("Known here: `prod`, `test`.", result.Error, StringComparison.Ordinal);
    }
}
