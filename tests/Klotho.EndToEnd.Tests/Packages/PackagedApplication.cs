using System.Diagnostics;
using Klotho.EndToEnd.Tests.Cli;

namespace Klotho.EndToEnd.Tests.Packages;

/// <summary>
/// An application in a temporary directory that references the runtime as users do, by its package: packed from this
/// build into a feed beside it, and restored into a cache of its own, so that no other build's package is used.
/// </summary>
internal sealed class PackagedApplication : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly string _root = Directory.CreateTempSubdirectory("klotho package ").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>Packs the runtime as it was built with these tests.</summary>
    public Task PackAsync() => DotnetAsync(
        "pack", Path.Combine(BuiltTool.Repository, "src", "Klotho.Runtime"), "--no-build", "-c", BuiltTool.Configuration,
        "-o", Path.Combine(_root, "feed"), $"-p:NuspecOutputPath={Path.Combine(_root, "nuspec")}");

    /// <summary>Builds the application from the feed alone, and returns what the build printed.</summary>
    public Task<string> BuildAsync(string project, string program)
    {
        Write("nuget.config", """
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="feed" />
              </packageSources>
            </configuration>
            """);
        Write("App/App.csproj", project);
        Write("App/Program.cs", program);
        return DotnetAsync("build", Path.Combine(_root, "App"), "-o", Path.Combine(_root, "out"));
    }

    /// <summary>Starts what was built; the caller ends it.</summary>
    public async Task<(Process Process, Uri Address)> StartAsync()
    {
        var process = Start(Path.Combine(_root, "out", "App.dll"), "--urls", "http://127.0.0.1:0");
        var printed = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            printed.Add(line);
            var position = line.IndexOf(Listening, StringComparison.Ordinal);
            if (position >= 0)
            {
                // Read on, or the process blocks when the pipe is full.
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                return (process, new Uri(line[(position + Listening.Length)..].Trim()));
            }
        }

        throw new InvalidOperationException($"The application ended before it listened:\n{string.Join('\n', printed)}");
    }

    private async Task<string> DotnetAsync(params string[] arguments)
    {
        // No compiler or build server outlives the test.
        using var process = Start([.. arguments, "-v", "q", "-nologo", "-p:UseSharedCompilation=false", "-nodeReuse:false"]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var printed = await output + await error;
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{printed}");
        return printed;
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Programs.Dotnet, arguments)
        {
            WorkingDirectory = _root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_root, "packages");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? _root);
        File.WriteAllText(path, text);
    }
}
