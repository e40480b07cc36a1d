using System.Text.Json;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>What <c>klotho compile</c> promises about its output and its summary.</summary>
public sealed class CompileTests : IDisposable
{
    private readonly Workspace workspace = new();

    [Fact]
    public void A_fresh_application_is_restored_and_compiled_with_a_summary()
    {
        using var workspace = new Workspace(isFresh: true).WithNotes();

        var result = BuiltTool.Run(workspace.Root, "compile", "Notes");

        Assert.True(result.ExitCode == 0, result.Everything);
        Assert.Contains("2 units", result.Output, StringComparison.Ordinal);
        Assert.Contains("AWS Lambda", result.Output, StringComparison.Ordinal);
        Assert.Contains("Output: Notes/compiled", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', result.Output + result.Error);
        Assert.True(File.Exists(workspace.Path("Notes/compiled/.klotho-output")));
        Assert.True(workspace.Snapshot("Notes/compiled").Count > 5);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_in_another_place_culture_and_time_zone()
    {
        workspace.WithNotes("a/app").WithNotes("somewhere else/app");
        Dictionary<string, string> elsewhere = new() { ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8", ["TZ"] = "Asia/Kathmandu", ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0" };

        var first = BuiltTool.Run(workspace.Root, "compile", "a/app");
        var bytes = workspace.Snapshot("a/app/compiled");
        var second = BuiltTool.Run(workspace.Root, "compile", "a/app");
        var other = BuiltTool.Run(workspace.Path("somewhere else"), elsewhere, "compile", "app");

        Assert.True((first.ExitCode, second.ExitCode, other.ExitCode) == (0, 0, 0), first.Everything + second.Everything + other.Everything);
        Assert.Equal(bytes, workspace.Snapshot("a/app/compiled"));
        Assert.Equal(bytes, workspace.Snapshot("somewhere else/app/compiled"));
    }

    [Fact]
    public void Lines_that_no_plan_obeys_together_are_named_and_end_with_their_own_exit_code()
    {
        workspace.WithNotes().With("Notes/klotho.yaml", "requirements: {execution_units: {reader: {max_duration: 20min}}}\nexecution_units: {reader: {type: lambda}}\n");

        var result = BuiltTool.Run(workspace.Root, "compile", "Notes");

        Assert.True(result.ExitCode == 2, result.Everything);
        Assert.Contains("Notes/klotho.yaml:1:57: error KL2042", result.Error, StringComparison.Ordinal);
        Assert.Contains("klotho.yaml:2:34", result.Error, StringComparison.Ordinal);
        Assert.Contains("max_duration` 15min", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(workspace.Path("Notes/compiled")));
    }

    [Theory]
    [MemberData(nameof(BuiltTool.Kinds), MemberType = typeof(BuiltTool))]
    public void Code_that_does_not_compile_gives_its_errors_and_leaves_the_output_alone(string kind)
    {
        BuiltTool.Use(kind);
        workspace.WithNotes();
        Assert.Equal(0, BuiltTool.Run(workspace.Root, "compile", "Notes").ExitCode);
        var before = workspace.Snapshot("Notes/compiled");
        workspace.With("Notes/Broken.cs", "class Broken { int Number() => missing; }\n");

        var result = BuiltTool.Run(workspace.Root, "compile", "Notes");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Notes/Broken.cs:1:32: error CS0103", result.Error, StringComparison.Ordinal);
        Assert.Contains("^^^^^^^", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 error", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, workspace.Snapshot("Notes/compiled"));
    }

    [Theory]
    [MemberData(nameof(BuiltTool.Kinds), MemberType = typeof(BuiltTool))]
    public void Files_of_people_are_kept_and_stale_ones_of_ours_go(string kind)
    {
        BuiltTool.Use(kind);
        workspace.WithNotes();
        Assert.Equal(0, BuiltTool.Run(workspace.Root, "compile", "Notes").ExitCode);
        var generated = workspace.Snapshot("Notes/compiled");
        workspace.With("Notes/compiled/Pulumi.dev.yaml", "mine").With("Notes/compiled/notes/own.txt", "mine too");
        var marker = workspace.Path("Notes/compiled/.klotho-output");
        workspace.With("Notes/compiled/stale.txt", "old");
        File.AppendAllText(marker, $"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("old"u8))}  stale.txt\n");

        var result = BuiltTool.Run(workspace.Root, "compile", "Notes");

        Assert.True(result.ExitCode == 0, result.Everything);
        var after = workspace.Snapshot("Notes/compiled");
        Assert.Equal("mine", after["Pulumi.dev.yaml"]);
        Assert.Equal("mine too", after["notes/own.txt"]);
        Assert.False(after.ContainsKey("stale.txt"));
        Assert.All(generated, file => Assert.Equal(file.Value, after[file.Key]));
    }

    [Fact]
    public void A_failing_static_build_leaves_the_output_alone()
    {
        workspace.WithNotes().With("Notes/Web.cs", """[assembly: Klotho.StaticUnit("web", "dist", IndexDocument = "index.html", BuildCommand = "mkdir -p dist && touch dist/index.html")]""");
        var first = BuiltTool.Run(workspace.Root, "compile", "Notes");
        Assert.True(first.ExitCode == 0, first.Everything);
        Assert.True(File.Exists(workspace.Path("Notes/dist/index.html")));
        var before = workspace.Snapshot("Notes/compiled");
        workspace.With("Notes/Web.cs", """[assembly: Klotho.StaticUnit("web", "dist", IndexDocument = "other.html", BuildCommand = "echo no luck && exit 3")]""");

        var result = BuiltTool.Run(workspace.Root, "compile", "Notes");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("KL0040", result.Error, StringComparison.Ordinal);
        Assert.Contains("no luck", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, workspace.Snapshot("Notes/compiled"));
    }

    [Theory]
    [MemberData(nameof(BuiltTool.Kinds), MemberType = typeof(BuiltTool))]
    public void Json_is_one_document_with_diagnostics_and_summary(string kind)
    {
        BuiltTool.Use(kind);
        workspace.WithNotes();

        var result = BuiltTool.Run(workspace.Root, "compile", "Notes", "--format", "json");

        using var document = JsonDocument.Parse(result.Output);
        Assert.True(result.ExitCode == 0, result.Everything);
        Assert.DoesNotContain(document.RootElement.GetProperty("diagnostics").EnumerateArray(), found => found.GetProperty("severity").GetString() == "error");
        Assert.Equal("notes", document.RootElement.GetProperty("summary").GetProperty("app").GetString());
        Assert.Equal(2, document.RootElement.GetProperty("summary").GetProperty("units").GetArrayLength());
    }

    [Fact]
    public void Code_that_needs_source_generators_is_compiled_with_what_they_write()
    {
        workspace.WithNotes().With("Notes/Generated.cs", """
            using System.Text.Json.Serialization;
            using System.Text.RegularExpressions;

            internal static partial class Generated
            {
                [GeneratedRegex("[a-z]+")]
                public static partial Regex Word();

                [LoggerMessage(Level = LogLevel.Information, Message = "seen {Id}")]
                public static partial void Seen(ILogger log, string id);

                public static string Text(NoteWritten note) => System.Text.Json.JsonSerializer.Serialize(note, NotesJson.Default.NoteWritten);
            }

            [JsonSerializable(typeof(NoteWritten))]
            internal sealed partial class NotesJson : JsonSerializerContext;
            """);

        var result = BuiltTool.Run(workspace.Root, "check", "Notes");

        Assert.True(result.ExitCode == 0, result.Everything);
    }

    [Theory]
    [InlineData("All.sln")]
    [InlineData("Bare.sln")]
    [InlineData("All.slnx")]
    public void A_solution_stands_for_its_one_application(string solution)
    {
        workspace.WithNotes("src/Notes")
            .With("src/Library/Library.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""")
            .With("All.slnx", """<Solution><Folder Name="/src/"><Project Path="src/Library/Library.csproj" /><Project Path="src/Notes/Notes.csproj" /></Folder></Solution>""")
            .With("Bare.sln", """
                Microsoft Visual Studio Solution File, Format Version 12.00
                Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Library", "src\Library\Library.csproj", "{00000000-0000-0000-0000-000000000001}"
                EndProject
                Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Notes", "src\Notes\Notes.csproj", "{00000000-0000-0000-0000-000000000002}"
                EndProject
                """)
            .With("All.sln", """
                Microsoft Visual Studio Solution File, Format Version 12.00
                Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Library", "src\Library\Library.csproj", "{00000000-0000-0000-0000-000000000001}"
                EndProject
                Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Notes", "src\Notes\Notes.csproj", "{00000000-0000-0000-0000-000000000002}"
                EndProject
                Global
                	GlobalSection(SolutionConfigurationPlatforms) = preSolution
                		Debug|Any CPU = Debug|Any CPU
                	EndGlobalSection
                	GlobalSection(ProjectConfigurationPlatforms) = postSolution
                		{00000000-0000-0000-0000-000000000001}.Debug|Any CPU.ActiveCfg = Debug|Any CPU
                		{00000000-0000-0000-0000-000000000001}.Debug|Any CPU.Build.0 = Debug|Any CPU
                		{00000000-0000-0000-0000-000000000002}.Debug|Any CPU.ActiveCfg = Debug|Any CPU
                		{00000000-0000-0000-0000-000000000002}.Debug|Any CPU.Build.0 = Debug|Any CPU
                	EndGlobalSection
                EndGlobal
                """);

        var result = BuiltTool.Run(workspace.Root, "check", solution);

        Assert.True(result.ExitCode == 0, result.Everything);
        Assert.Contains("notes:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_compiles_at_once_one_may_be_refused_and_the_output_is_whole()
    {
        workspace.WithNotes();
        var alone = BuiltTool.Run(workspace.Root, "compile", "Notes");
        Assert.True(alone.ExitCode == 0, alone.Everything);
        var whole = workspace.Snapshot("Notes/compiled");

        var both = await Task.WhenAll(
            Task.Run(() => BuiltTool.Run(workspace.Root, "compile", "Notes")),
            Task.Run(() => BuiltTool.Run(workspace.Root, "compile", "Notes")));

        Assert.Contains(both, result => result.ExitCode == 0);
        Assert.All(both, result => Assert.True(
            result.ExitCode == 0 || (result.ExitCode == 4 && result.Error.Contains("KL0032", StringComparison.Ordinal)), result.Everything));
        Assert.Equal(whole, workspace.Snapshot("Notes/compiled"));
    }

    [Fact]
    public void A_failure_inside_the_SDK_is_shown_at_the_project_of_the_user()
    {
        workspace.WithNotes().With("Notes/Notes.csproj", Workspace.WebProject.Replace("net10.0", "net99.0", StringComparison.Ordinal));

        var result = BuiltTool.Run(workspace.Root, "check", "Notes");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("Notes/Notes.csproj:1:1: error KL0008", result.Error[result.Error.IndexOf("Notes/", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("NETSDK1045", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".targets", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => workspace.Dispose();
}
