using System.Text;
using System.Text.RegularExpressions;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>The sessions that docs/cli.md shows are what klotho prints.</summary>
public sealed partial class SessionPageTests : IDisposable
{
    private readonly Workspace workspace = new Workspace().WithNotes();

    [Theory]
    [MemberData(nameof(BuiltTool.Kinds), MemberType = typeof(BuiltTool))]
    public void The_page_shows_what_each_command_of_the_main_path_prints(string kind)
    {
        BuiltTool.Use(kind);
        // What restoring prints is the SDK's.
        Assert.Equal(0, BuiltTool.Run(workspace.Root, "check", "Notes").ExitCode);
        var page = new StringBuilder();
        Record(page, "Is anything wrong?", "check Notes");
        Record(page, "What does the code need, and who touches what?", "graph Notes");
        Record(page, "What would be hosted how, and for how much?", "plan Notes");
        Record(page, "Why may the reader write there?", "explain reader->seen Notes");
        Record(page, "Compile.", "compile Notes");
        Record(page, "Does the output belong to the code?", "compile Notes --check");
        Record(page, "Give the reader more memory, and see what that changes.", "set execution_units.reader.infra_params.memory 2048 Notes");
        Record(page, "What is different from the last compile?", "diff Notes");
        Record(page, "And now?", "compile Notes --check");
        workspace.With("Notes/Program.cs", Workspace.NotesProgram.Replace("[Persist(\"notes\")]", "[Persist(\"No Tes\")]", StringComparison.Ordinal));
        Record(page, "A mistake in the code.", "check Notes");

        MarkedDocument.Check(Path.Combine(BuiltTool.Repository, "docs", "cli.md"), ("sessions", page.ToString()));
    }

    public void Dispose() => workspace.Dispose();

    private void Record(StringBuilder page, string question, string command)
    {
        var result = BuiltTool.Run(workspace.Root, command.Split(' '));
        var typed = command.Replace("reader->seen", "'reader->seen'", StringComparison.Ordinal);
        page.Append($"{question}\n\n```\n$ klotho {typed}\n{Plain(result.Error)}{Plain(result.Output)}{(result.ExitCode == 0 ? "" : $"$ echo $?\n{result.ExitCode}\n")}```\n\n");
    }

    /// <summary>The digest of the input changes with everything; and a table's lines are as long as its widest.</summary>
    private static string Plain(string text) => string.Concat(Digest().Replace(text, "sha256:…").Split('\n').Select(line => line.TrimEnd()).SkipLast(1).Select(line => line + "\n"));

    [GeneratedRegex("sha256:[0-9a-f]+")]
    private static partial Regex Digest();
}
