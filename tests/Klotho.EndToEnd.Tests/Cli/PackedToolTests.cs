using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>Everything as a user gets it: packed, from a feed that is a folder, into a home directory and caches that are empty.</summary>
public sealed partial class PackedToolTests : IDisposable
{
    private const string Version = "0.1.0";

    private readonly Workspace workspace = new();

    [Fact]
    public async Task The_packed_tool_makes_an_application_from_a_template_compiles_it_runs_it_and_it_answers()
    {
        workspace.With("nuget.config", """
            <configuration>
              <packageSources><clear /><add key="local" value="feed" /></packageSources>
            </configuration>
            """);
        Directory.CreateDirectory(workspace.Path("home"));
        Pack("src/Klotho.Cli", "Release", "--no-build", "--artifacts-path", BuiltTool.Artifacts);
        var tool = $"Klotho.Tool.{BuiltTool.Platform}.{Version}.nupkg";
        File.Copy(Path.Combine(BuiltTool.Artifacts, "feed", tool), workspace.Path($"feed/{tool}"));
        Pack("src/Klotho.Runtime", BuiltTool.Configuration, "--no-build");
        Pack("templates", BuiltTool.Configuration);
        AssertComplete("Klotho.Tool", withSymbols: false);
        AssertComplete($"Klotho.Tool.{BuiltTool.Platform}", withSymbols: false);
        AssertComplete("Klotho.Runtime", withSymbols: true);
        AssertComplete("Klotho.Templates", withSymbols: false);

        Succeed(Programs.Dotnet, "tool", "install", "Klotho.Tool", "--version", Version, "--tool-path", "tools", "--configfile", "nuget.config");
        Succeed(Programs.Dotnet, "new", "install", "Klotho.Templates");
        using var schema = JsonDocument.Parse(Succeed(workspace.Path("tools/klotho"), "schema"));
        Assert.True(schema.RootElement.GetProperty("properties").TryGetProperty("execution_units", out _));

        Succeed(Programs.Dotnet, "new", "klotho-app", "-o", "Shop");
        Assert.Contains("2 units", Succeed(workspace.Path("tools/klotho"), "compile", "Shop"), StringComparison.Ordinal);
        Assert.True(File.Exists(workspace.Path("Shop/compiled/graph.json")));
        Succeed(Programs.Dotnet, "new", "klotho-worker", "-o", "Works");
        Assert.Contains("no errors", Succeed(workspace.Path("tools/klotho"), "check", "Works"), StringComparison.Ordinal);

        Assert.Equal("Hello ada, visit 1", await RunAndCallAsync("Shop", "/hello/ada"));
    }

    /// <summary>The packages for each technology: what scripts/pack.sh makes of them is as complete.</summary>
    [Fact]
    public void Every_package_of_the_runtime_brings_what_is_asked_of_a_package()
    {
        var projects = Directory.GetDirectories(Path.Combine(BuiltTool.Repository, "src"), "Klotho.Runtime.*").Select(Path.GetFileName).OfType<string>().ToList();
        Assert.True(projects.Count >= 6, $"{projects.Count} packages");
        workspace.With("pack.proj", $"""
            <Project>
              <Target Name="Pack">
                <MSBuild Projects="{string.Join(';', projects.Select(project => Path.Combine(BuiltTool.Repository, "src", project, $"{project}.csproj")))}" Targets="Pack" />
              </Target>
            </Project>
            """);
        Directory.CreateDirectory(workspace.Path("home"));
        Succeed(
            Programs.Dotnet, "msbuild", workspace.Path("pack.proj"), "-t:Pack", "-p:NoBuild=true", $"-p:Configuration={BuiltTool.Configuration}",
            $"-p:PackageOutputPath={workspace.Path("feed")}", $"-p:NuspecOutputPath={workspace.Path("nuspec")}/", "-v:q", "-nologo");

        Assert.All(projects, project => AssertComplete(project, withSymbols: true));
    }

    public void Dispose() => workspace.Dispose();

    private void Pack(string project, string configuration, params string[] options) => Succeed(
        Programs.Dotnet, ["pack", Path.Combine(BuiltTool.Repository, project), .. options, "-c", configuration, "-o", workspace.Path("feed"), $"-p:NuspecOutputPath={workspace.Path("nuspec")}/", "-v:q", "-nologo"]);

    /// <summary>A package says what it is for, under which licence, and brings what a debugger needs.</summary>
    private void AssertComplete(string package, bool withSymbols)
    {
        using var archive = ZipFile.OpenRead(workspace.Path($"feed/{package}.{Version}.nupkg"));
        var files = archive.Entries.Select(entry => entry.FullName).ToList();
        using var reader = new StreamReader(archive.GetEntry($"{package}.nuspec")?.Open() ?? Stream.Null);
        var description = reader.ReadToEnd();
        Assert.All(["README.md", "LICENSE", "icon.png"], file => Assert.Contains(file, files));
        Assert.All(
            ["<readme>README.md</readme>", "<icon>icon.png</icon>", "<license type=\"expression\">Apache-2.0</license>", "<repository type=\"git\"", "commit=\""],
            part => Assert.Contains(part, description, StringComparison.Ordinal));
        Assert.Equal(withSymbols, File.Exists(workspace.Path($"feed/{package}.{Version}.snupkg")));
        if (withSymbols)
        {
            using var symbols = ZipFile.OpenRead(workspace.Path($"feed/{package}.{Version}.snupkg"));
            Assert.Contains(symbols.Entries, entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal));
        }
    }

    private async Task<string> RunAndCallAsync(string application, string path)
    {
        using var process = Start(workspace.Path("tools/klotho"), "run", application);
        try
        {
            var error = process.StandardError.ReadToEndAsync();
            while (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(4)) is { } line)
            {
                if (Url().Match(line) is { Success: true } found)
                {
                    _ = process.StandardOutput.ReadToEndAsync();
                    using var client = new HttpClient { BaseAddress = new Uri(found.Groups[1].Value) };
                    using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), null);
                    return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
                }
            }

            throw new InvalidOperationException($"klotho run ended: {await error}");
        }
        finally
        {
            Process.Start("kill", $"-TERM {process.Id}").WaitForExit();
            await process.WaitForExitAsync();
        }
    }

    private string Succeed(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(5)), $"{program} {string.Join(' ', arguments)} does not end");
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{output.Result}\n{error.Result}");
        return output.Result;
    }

    private Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workspace.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = workspace.Path("home");
        start.Environment["DOTNET_CLI_HOME"] = workspace.Path("home");
        start.Environment["NUGET_PACKAGES"] = workspace.Path("packages");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(File.ResolveLinkTarget(Programs.Dotnet, returnFinalTarget: true)?.FullName ?? Programs.Dotnet);
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    [GeneratedRegex(@"runs at (http://\S+)")]
    private static partial Regex Url();
}
