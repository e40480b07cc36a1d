using System.Diagnostics;

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
        Run("dotnet", BuiltTool.DotnetPath, "restore", sample, "-v:q", "-nologo");
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

    /// <summary>Runs a command where there is no network; who is not root becomes it in a namespace of users.</summary>
    private ToolResult Isolated(params string[] command)
    {
        string[] options = Environment.UserName == "root" ? ["--net"] : ["--user", "--map-root-user", "--net"];
        var probe = Run(null, "unshare", [.. options, "true"]);
        Assert.True(
            probe.ExitCode == 0,
            $"This machine lets nobody make a network namespace, so that it cannot be shown that klotho works without a network. Run the tests as root, or with CAP_SYS_ADMIN: {probe.Error}");
        return Run(null, "unshare", [.. options, .. command]);
    }

    private ToolResult Run(string? mustSucceed, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = workspace.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        // Nothing is remembered from a run that had a network, and no server outside of the namespace takes part.
        start.Environment["KLOTHO_CACHE"] = workspace.Path("cache");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(5)), $"{program} {string.Join(' ', arguments)} does not end");
        var result = new ToolResult(process.ExitCode, output.Result, error.Result);
        Assert.True(mustSucceed is null || result.ExitCode == 0, $"{mustSucceed}: {result.Everything}");
        return result;
    }
}
