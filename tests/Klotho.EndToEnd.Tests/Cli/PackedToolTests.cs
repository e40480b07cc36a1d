using System.Diagnostics;
using System.Text.Json;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>The tool as a user installs it: packed, from a feed, with caches of its own.</summary>
public sealed class PackedToolTests : IDisposable
{
    private const string Version = "0.1.0-packed";

    private readonly Workspace workspace = new();

    [Fact]
    public void The_packed_tool_installs_and_compiles()
    {
        workspace.WithNotes().With("nuget.config", """
            <configuration>
              <packageSources><clear /><add key="local" value="feed" /></packageSources>
            </configuration>
            """);
        Succeed(Programs.Dotnet, "pack", Path.Combine(BuiltTool.Repository, "src", "Klotho.Cli"), "--no-build", "-c", BuiltTool.Configuration,
            "-o", workspace.Path("feed"), $"-p:PackageVersion={Version}", "-v:q", "-nologo");
        Succeed(Programs.Dotnet, "tool", "install", "Klotho.Tool", "--version", Version, "--tool-path", "tools", "--configfile", "nuget.config");

        using var schema = JsonDocument.Parse(Succeed(workspace.Path("tools/klotho"), "schema"));
        Assert.True(schema.RootElement.GetProperty("properties").TryGetProperty("execution_units", out _));

        // The application's own restore is not to be bound to the feed.
        File.Delete(workspace.Path("nuget.config"));
        Assert.Contains("2 units", Succeed(workspace.Path("tools/klotho"), "compile", "Notes"), StringComparison.Ordinal);
        Assert.True(File.Exists(workspace.Path("Notes/compiled/graph.json")));
    }

    public void Dispose() => workspace.Dispose();

    private string Succeed(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workspace.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NUGET_PACKAGES"] = workspace.Path("packages");
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(File.ResolveLinkTarget(Programs.Dotnet, returnFinalTarget: true)?.FullName ?? Programs.Dotnet);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(5)), $"{program} {string.Join(' ', arguments)} does not end");
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{output.Result}\n{error.Result}");
        return output.Result;
    }
}
