namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>
/// Compiling, planning and checking need no network: they run in a network namespace of their own that has no interface but a
/// loopback that is down. The kernel must let tests make one, as it lets root; a machine where it does not fails these tests.
/// </summary>
public sealed class NoNetworkTests : IDisposable
{
    private readonly Workspace workspace = new();

    [Fact]
    public void HelloStore_compiles_plans_and_checks_without_a_network()
    {
        var sample = Path.Combine(BuiltTool.Repository, "samples", "HelloStore");
        var restored = OwnNamespace.Start(workspace.Root, workspace.Path("cache"), BuiltTool.DotnetPath, "restore", sample, "-v:q", "-nologo");
        Assert.True(restored.ExitCode == 0, restored.Everything);
        Assert.Equal(["lo"], Isolated("cat", "/proc/net/dev").Output.Split('\n').Where(line => line.Contains(':', StringComparison.Ordinal)).Select(line => line.Split(':')[0].Trim()));

        string[][] commands = [["compile", sample, "--out", workspace.Path("out")], ["plan", sample], ["check", sample]];
        foreach (var command in commands)
        {
            var result = Isolated([BuiltTool.ToolPath, .. command]);
            Assert.True(result.ExitCode == 0, $"klotho {string.Join(' ', command)}: {result.Everything}");
        }

        Assert.True(File.Exists(workspace.Path("out/infra/AppStack.cs")));
    }

    public void Dispose() => workspace.Dispose();

    // Nothing is remembered from a run that had a network.
    private ToolResult Isolated(params string[] command) => OwnNamespace.Run("--net", workspace.Root, workspace.Path("cache"), command);
}
