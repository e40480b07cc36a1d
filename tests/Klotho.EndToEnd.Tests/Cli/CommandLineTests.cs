namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>What a person who mistypes is told.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("compil", "'compil' is no command. Did you mean `compile`?")]
    [InlineData("compile --outt x", "'--outt' is no option of 'klotho compile'. Did you mean `--out`?")]
    [InlineData("run --out x", "'--out' is no option of 'klotho run'. Known here: `--split`, ")]
    [InlineData("compile a b", "'b' is one argument too many for 'klotho compile'.")]
    [InlineData("check --format xml", "--format is 'text', 'json', 'sarif', 'github' or 'azure', not 'xml'.")]
    [InlineData("diff --format xml", "--format is 'text', 'json' or 'markdown', not 'xml'.")]
    [InlineData("accept remove:kv:a", "Option '--reason' is required.")]
    [InlineData("accept remove:kv:a --reason ", "--reason is a text that says why the change is meant, not an empty one.")]
    [InlineData("run --port abc", "--port is a number between 1 and 65535, not 'abc'.")]
    [InlineData("run --port 65536", "--port is a number between 1 and 65535, not '65536'.")]
    [InlineData("run --chaos fail=5", "--chaos: 'fail=5' is not understood: it is a list such as duplicate=5%,delay=200ms,fail=2%,seed=7. ")]
    [InlineData("compile --check --force", "--check writes nothing, so there is nothing to --force.")]
    [InlineData("check --env", "Required argument missing for option: '--env'.")]
    public void A_mistake_is_named_with_what_was_meant(string arguments, string message)
    {
        var result = BuiltTool.Run(BuiltTool.Repository, arguments.Split(' '));

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith($"klotho: {message}", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("--help' prints what it takes.\n", result.Error, StringComparison.Ordinal);
    }

    /// <summary>A file that exists and that nobody may read as a whole; permissions would not stop a test that runs as root.</summary>
    [Fact]
    public void A_file_that_the_system_refuses_is_no_mistake_of_ours()
    {
        var result = BuiltTool.Run(BuiltTool.Repository, "check", "samples/HelloStore", "--config", "/proc/self/mem");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("/proc/self/mem", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compile")]
    [InlineData("verify")]
    [InlineData("run")]
    [InlineData("serve")]
    [InlineData("check")]
    [InlineData("config")]
    [InlineData("plan")]
    [InlineData("explain")]
    [InlineData("graph")]
    [InlineData("affected")]
    [InlineData("init")]
    [InlineData("get")]
    [InlineData("set")]
    [InlineData("unset")]
    [InlineData("schema")]
    [InlineData("diff")]
    [InlineData("accept")]
    [InlineData("doctor")]
    [InlineData("completions")]
    public void The_help_of_a_command_ends_with_an_example_of_it(string command)
    {
        var result = BuiltTool.Run(BuiltTool.Repository, command, "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"Example:\n  klotho {command}", result.Output, StringComparison.Ordinal);
    }
}
