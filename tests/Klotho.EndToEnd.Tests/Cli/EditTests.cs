using System.Text.Json;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>An operator at the command line changes what holds, and sees what that does.</summary>
public sealed class EditTests
{
    [Fact]
    public void A_key_is_set_read_and_taken_away_again()
    {
        using var workspace = new Workspace().WithNotes();
        const string Key = "execution_units.reader.infra_params.memory";

        var tried = BuiltTool.Run(workspace.Root, "set", Key, "2048", "Notes", "--dry-run");
        Assert.Equal(0, tried.ExitCode);
        Assert.Contains("+      memory: 2048\n", tried.Output, StringComparison.Ordinal);
        Assert.Contains("~ exec_unit:reader memory: 1024 → 2048\n", tried.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(workspace.Path("Notes/klotho.yaml")), tried.Everything);

        var set = BuiltTool.Run(workspace.Root, "set", Key, "2048", "Notes");
        Assert.Equal((0, ""), (set.ExitCode, set.Error));
        Assert.EndsWith("Notes/klotho.yaml is written.\n", set.Output, StringComparison.Ordinal);
        Assert.Equal("execution_units:\n  reader:\n    infra_params:\n      memory: 2048\n", File.ReadAllText(workspace.Path("Notes/klotho.yaml")));

        using var got = JsonDocument.Parse(BuiltTool.Run(workspace.Root, "get", Key, "Notes", "--format", "json").Output);
        var entry = Assert.Single(got.RootElement.GetProperty("configuration").EnumerateArray());
        Assert.Equal((2048, "klotho.yaml:4"), (entry.GetProperty("value").GetInt32(), entry.GetProperty("origin").GetString()));

        Assert.Equal(0, BuiltTool.Run(workspace.Root, "unset", Key, "Notes").ExitCode);
        Assert.Equal("", File.ReadAllText(workspace.Path("Notes/klotho.yaml")));
        Assert.Equal("1024\n", BuiltTool.Run(workspace.Root, "get", Key, "Notes", "--quiet").Output);
    }

    [Theory]
    [InlineData("execution_units.reader.type", "lambada", "klotho.yaml:7:11: error KL2010: ", "  7 |     type: lambada\n    |           ^^^^^^^\n")]
    [InlineData("execution_units.raeder.type", "lambda", "klotho.yaml:6:3: error KL2012: ", "Did you mean `reader`")]
    [InlineData("execution_units", "x", "klotho: `execution_units` ", "")]
    public void What_is_refused_leaves_the_file_alone(string key, string value, string error, string more)
    {
        const string Text = "# ours\napp: notes # short\n\nexecution_units:\n  main: {infra_params: {memory: 512}}\n";
        using var workspace = new Workspace().WithNotes().With("Notes/klotho.yaml", Text);

        var result = BuiltTool.Run(workspace.Path("Notes"), "set", key, value);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(error, result.Error, StringComparison.Ordinal);
        Assert.Contains(more, result.Error, StringComparison.Ordinal);
        Assert.Equal(Text, File.ReadAllText(workspace.Path("Notes/klotho.yaml")));
    }

    [Fact]
    public void An_overlay_is_edited_for_its_environment_and_a_key_without_value_is_an_error()
    {
        using var workspace = new Workspace().WithNotes().With("Notes/klotho.yaml", "app: notes\n").With("Notes/klotho.prod.yaml", "# prod\n");

        var set = BuiltTool.Run(workspace.Path("Notes"), "set", "region", "eu-west-1", "--env", "prod");
        var missing = BuiltTool.Run(workspace.Path("Notes"), "get", "requirements.latency.p99");

        Assert.Equal(0, set.ExitCode);
        Assert.Equal("# prod\nregion: eu-west-1\n", File.ReadAllText(workspace.Path("Notes/klotho.prod.yaml")));
        Assert.Equal((1, "klotho: `requirements.latency.p99` is not set, and nothing holds by default.\n"), (missing.ExitCode, missing.Error));
    }
}
