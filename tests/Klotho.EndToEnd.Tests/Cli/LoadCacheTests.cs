using System.Runtime.Versioning;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>What was found out about a project is not found out again, and never trusted when something changed.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LoadCacheTests : IDisposable
{
    private readonly Workspace workspace = new();
    private readonly Dictionary<string, string> environment;

    public LoadCacheTests()
    {
        workspace.WithNotes();

        // Stands between the tool and the SDK, and takes down what the tool asks of it.
        var host = workspace.With("host.sh", $"#!/bin/sh\necho \"$1\" >> '{workspace.Path("calls")}'\nexec dotnet \"$@\"\n").Path("host.sh");
        File.SetUnixFileMode(host, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        environment = new() { ["DOTNET_HOST_PATH"] = host, ["KLOTHO_CACHE"] = workspace.Path("cache") };
    }

    [Fact]
    public void A_second_compile_asks_the_SDK_for_nothing()
    {
        // The first ever restores, too: that is part of the one run.
        foreach (var restored in Directory.GetDirectories(workspace.Path("Notes"), "obj"))
        {
            Directory.Delete(restored, recursive: true);
        }

        Assert.Equal("msbuild", Assert.Single(Compile().Calls, call => call is "msbuild" or "restore"));
        var first = workspace.Snapshot("Notes/compiled");

        Assert.Empty(Compile().Calls);

        Assert.Equal(first, workspace.Snapshot("Notes/compiled"));
    }

    [Fact]
    public void Code_that_changed_is_looked_at_again_without_MSBuild()
    {
        Compile();
        workspace.With("Notes/Program.cs", Workspace.NotesProgram.Replace("/seen", "/last-seen", StringComparison.Ordinal));

        Assert.DoesNotContain("msbuild", Compile().Calls);
        Assert.Contains("/last-seen", workspace.Snapshot("Notes/compiled")["graph.json"], StringComparison.Ordinal);

        workspace.With("Notes/Program.cs", Workspace.NotesProgram + "\nnonsense");
        Assert.Equal(1, Compile().Result.ExitCode);
        Assert.Equal(1, Compile().Result.ExitCode);
    }

    [Theory]
    [InlineData("Notes/Notes.csproj", "a project", "<Project Sdk=\"Microsoft.NET.Sdk.Web\"><PropertyGroup><AssemblyName>Renamed</AssemblyName><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup><PackageReference Include=\"Klotho.Runtime\" Version=\"0.1.0\" /></ItemGroup></Project>")]
    [InlineData("Directory.Build.props", "a file above", "<Project><PropertyGroup><DefineConstants>RENAMED</DefineConstants></PropertyGroup></Project>")]
    [InlineData("Notes/More.cs", "a source file", "public class More;")]
    [InlineData("Notes/Deep/Deeper/More.cs", "a source file", "public class More;")]
    public void MSBuild_is_asked_again_where_files_changed_that_it_looks_at(string file, string what, string text)
    {
        Compile();
        Assert.Empty(Compile().Calls);

        workspace.With(file, text);

        Assert.True(Compile().Calls.Contains("msbuild"), what);
        Assert.Empty(Compile().Calls);
    }

    [Fact]
    public void MSBuild_is_asked_again_where_a_variable_of_the_environment_changed_that_a_project_names()
    {
        workspace.With("Directory.Build.props", "<Project><PropertyGroup><DefineConstants Condition=\"'$(FLAVOUR)' != ''\">$(DefineConstants);$(FLAVOUR)</DefineConstants></PropertyGroup></Project>");
        Compile();
        environment["NOBODYS"] = "1";
        Assert.Empty(Compile().Calls);

        environment["FLAVOUR"] = "SWEET";
        Assert.Contains("msbuild", Compile().Calls);
        environment["FLAVOUR"] = "SOUR";
        Assert.Contains("msbuild", Compile().Calls);
    }

    [Fact]
    public void A_project_that_asks_whether_a_file_is_there_is_asked_again_when_it_comes()
    {
        workspace.With("Directory.Build.props", "<Project><PropertyGroup Condition=\"Exists('$(MSBuildThisFileDirectory)switch.txt')\"><DefineConstants>ON</DefineConstants></PropertyGroup></Project>");
        Compile();
        Assert.Empty(Compile().Calls);

        workspace.With("switch.txt", "on");

        Assert.Contains("msbuild", Compile().Calls);
    }

    [Fact]
    public void A_project_with_a_target_of_its_own_before_the_compiler_is_always_asked()
    {
        workspace.With("Notes/Directory.Build.targets", "<Project><Target Name=\"Own\" BeforeTargets=\"CoreCompile\"><Message Text=\"reads who knows what\" /></Target></Project>");

        var result = Compile("--verbose").Result;

        Assert.Contains("takes part in it", result.Everything, StringComparison.Ordinal);
        Assert.Contains("msbuild", Compile().Calls);
    }

    [Fact]
    public void A_damaged_entry_is_made_anew()
    {
        Compile();
        var expected = workspace.Snapshot("Notes/compiled");
        foreach (var entry in Directory.EnumerateFiles(workspace.Path("cache")))
        {
            var content = File.ReadAllBytes(entry);
            content[content.Length / 2] ^= 1;
            File.WriteAllBytes(entry, content);
        }

        Assert.Contains("msbuild", Compile().Calls);
        Assert.Equal(expected, workspace.Snapshot("Notes/compiled"));
        Assert.Empty(Compile().Calls);

        foreach (var entry in Directory.EnumerateFiles(workspace.Path("cache")))
        {
            File.WriteAllText(entry, "");
        }

        Assert.Equal(0, Compile().Result.ExitCode);
        Assert.Equal(expected, workspace.Snapshot("Notes/compiled"));
    }

    [Fact]
    public void Nothing_is_kept_where_that_is_not_wanted_or_not_possible()
    {
        environment["KLOTHO_CACHE"] = "off";
        Compile();
        Assert.Contains("msbuild", Compile().Calls);

        workspace.With("cache", "a file stands there");
        environment["KLOTHO_CACHE"] = workspace.Path("cache");
        Assert.Equal(0, Compile().Result.ExitCode);
        Assert.Contains("msbuild", Compile().Calls);
    }

    [Fact]
    public async Task Compiles_at_the_same_time_share_the_folder()
    {
        workspace.WithNotes("Other");
        var compiles = new[] { "Notes", "Other", "Notes", "Other" }.Select((app, index) => Task.Run(() =>
            BuiltTool.Run(workspace.Root, environment, "compile", app, "--out", workspace.Path($"out{index}"))));

        Assert.All(await Task.WhenAll(compiles), result => Assert.Equal(0, result.ExitCode));

        Assert.Equal(workspace.Snapshot("out0"), workspace.Snapshot("out2"));

        // One asks for each application, and the other waits for what it finds.
        Assert.Equal(2, File.ReadAllLines(workspace.Path("calls")).Count(call => call == "msbuild"));
        Assert.Empty(Compile().Calls);
    }

    public void Dispose() => workspace.Dispose();

    private (ToolResult Result, IReadOnlyList<string> Calls) Compile(params string[] options)
    {
        File.Delete(workspace.Path("calls"));
        var result = BuiltTool.Run(workspace.Root, environment, ["compile", "Notes", .. options]);
        return (result, File.Exists(workspace.Path("calls")) ? File.ReadAllLines(workspace.Path("calls")) : []);
    }
}
