using System.Text.Json;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>An output folder is compared with what a compile would write, and left as it is.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly Workspace workspace = new();

    [Fact]
    public void An_output_is_the_same_until_somebody_touches_it_or_the_code_changes()
    {
        workspace.WithNotes();
        Assert.Equal(0, BuiltTool.Run(workspace.Root, "compile", "Notes").ExitCode);
        workspace.With("Notes/compiled/infra/Customize.cs", "// mine").With("Notes/compiled/infra/Pulumi.dev.yaml", "mine: too").With("Notes/compiled/infra/obj/left.txt", "over");

        var same = BuiltTool.Run(workspace.Root, "verify", "Notes");
        Assert.True(same.ExitCode == 0, same.Everything);
        Assert.Contains("foreign  infra/Pulumi.dev.yaml", same.Output, StringComparison.Ordinal);
        Assert.Contains("Notes/compiled is what a compile would write", same.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("left.txt", same.Output, StringComparison.Ordinal);

        File.Delete(workspace.Path("Notes/compiled/plan.md"));
        File.AppendAllText(workspace.Path("Notes/compiled/infra/AppStack.cs"), "// by hand\n");
        workspace.With("Notes/compiled/README.md", File.ReadAllText(workspace.Path("Notes/compiled/README.md")).ReplaceLineEndings("\r\n"));
        workspace.With("Notes/Program.cs", Workspace.NotesProgram.Replace("\"seen\"", "\"read\"", StringComparison.Ordinal));
        var before = workspace.Snapshot("Notes");
        var differs = BuiltTool.Run(workspace.Root, "verify", "Notes", "--format", "json");

        // The store that is gone is refused as any compile refuses it; a new folder has everything missing.
        Assert.Equal(3, differs.ExitCode);
        workspace.With("Notes/Program.cs", Workspace.NotesProgram.Replace("\"/seen\"", "\"/read\"", StringComparison.Ordinal));
        before["Program.cs"] = File.ReadAllText(workspace.Path("Notes/Program.cs"));
        differs = BuiltTool.Run(workspace.Root, "verify", "Notes", "--format", "json");
        Assert.Equal(3, differs.ExitCode);
        using var document = JsonDocument.Parse(differs.Output);
        var verification = document.RootElement.GetProperty("verification");
        var states = verification.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("path").GetString() ?? "", file => file.GetProperty("state").GetString());
        Assert.False(verification.GetProperty("same").GetBoolean());
        Assert.NotEqual(verification.GetProperty("writtenFrom").GetString(), verification.GetProperty("input").GetString());
        Assert.Equal(
            ("missing", "edited", "foreign", "stale", "stale"),
            (states["plan.md"], states["infra/AppStack.cs"], states["infra/Pulumi.dev.yaml"], states["graph.json"], states["README.md"]));
        Assert.False(states.ContainsKey("infra/Customize.cs"));
        Assert.Equal(before.Where(Kept), workspace.Snapshot("Notes").Where(Kept));
    }

    [Fact]
    public void A_folder_that_is_not_there_differs_in_every_file()
    {
        workspace.WithNotes();

        var result = BuiltTool.Run(workspace.Root, "verify", "Notes", "--out", "elsewhere");

        Assert.True(result.ExitCode == 3, result.Everything);
        Assert.Contains("missing  infra/AppStack.cs", result.Output, StringComparison.Ordinal);
        Assert.Contains("stale    klotho.lock.json", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(workspace.Path("elsewhere")));
        Assert.False(File.Exists(workspace.Path("Notes/klotho.lock.json")));
    }

    [Fact]
    public void A_check_in_CI_names_each_stale_file_and_writes_nothing()
    {
        workspace.WithNotes();
        Assert.Equal(0, BuiltTool.Run(workspace.Root, "compile", "Notes").ExitCode);
        var same = BuiltTool.Run(workspace.Root, "compile", "Notes", "--check");
        Assert.True(same.ExitCode == 0, same.Everything);

        // A second topic changes the lock and the output.
        workspace.With("Notes/Program.cs", Workspace.NotesProgram.Replace(
            "app.Run();", "app.MapPost(\"/more\", ([PubSub(\"more\")] ITopic<NoteWritten> more) => more.PublishAsync(new NoteWritten(\"m\")));\napp.Run();", StringComparison.Ordinal));
        var before = workspace.Snapshot("Notes");
        var text = BuiltTool.Run(workspace.Root, "compile", "Notes", "--check");
        var github = BuiltTool.Run(workspace.Root, "compile", "Notes", "--check", "--format", "github");

        Assert.Equal((3, 3), (text.ExitCode, github.ExitCode));
        Assert.Contains("error KL0042: 'infra/AppStack.cs' is out of date.", text.Error, StringComparison.Ordinal);
        Assert.Contains("error KL0042: 'klotho.lock.json' is out of date.", text.Error, StringComparison.Ordinal);
        Assert.Contains("stale    infra/AppStack.cs", text.Output, StringComparison.Ordinal);
        Assert.Contains("::error file=Notes/klotho.lock.json,", github.Output, StringComparison.Ordinal);
        Assert.Contains("::error file=Notes/compiled/infra/AppStack.cs,", github.Output, StringComparison.Ordinal);
        Assert.Equal(before.Where(Kept), workspace.Snapshot("Notes").Where(Kept));
    }

    public void Dispose() => workspace.Dispose();

    private static bool Kept(KeyValuePair<string, string> file) => !file.Key.StartsWith("obj", StringComparison.Ordinal) && !file.Key.StartsWith("bin", StringComparison.Ordinal);
}
