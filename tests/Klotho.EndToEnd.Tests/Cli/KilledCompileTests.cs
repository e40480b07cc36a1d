namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>A compile that is killed leaves the previous output or the new one, never a mixture, and nothing beside it for long.</summary>
public sealed class KilledCompileTests : IDisposable
{
    private const int Kills = 10;
    private const int Seed = 20261122;

    private readonly Workspace workspace = new();

    private string Lock => workspace.Path("Notes/.compiled.klotho-lock");

    [Fact]
    public void Killing_a_compile_at_any_moment_leaves_a_whole_output()
    {
        workspace.WithNotes();
        var renamed = Workspace.NotesProgram.Replace("/seen", "/last", StringComparison.Ordinal);
        var second = Compiled(renamed);
        var first = Compiled(Workspace.NotesProgram);
        Assert.NotEqual(first, second);
        var random = new Random(Seed);
        var outcomes = new List<string>();

        for (var kill = 0; kill < Kills; kill++)
        {
            workspace.With("Notes/Program.cs", kill % 2 == 0 ? renamed : Workspace.NotesProgram);
            // A killed compile leaves its lock file; without it, the file says that the next one is about to write.
            File.Delete(Lock);
            using var process = BuiltTool.Start(workspace.Root, [], "compile", "Notes", "--quiet");
            while (!File.Exists(Lock) && !process.HasExited)
            {
                Thread.Sleep(1);
            }

            // The first falls at the start of the writing, the others before, in and after the exchange of the folders.
            Thread.Sleep(kill == 0 ? 0 : random.Next(40));
            process.Kill();
            process.WaitForExit();

            var left = workspace.Snapshot("Notes/compiled");
            Assert.True(Same(left, first) || Same(left, second), $"kill {kill}: a mixture of {string.Join(", ", left.Keys)}");
            outcomes.Add(process.ExitCode == 0 ? "done" : "killed");
        }

        Assert.Contains("killed", outcomes);
        Assert.Equal(0, BuiltTool.Run(workspace.Root, "compile", "Notes").ExitCode);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(workspace.Path("Notes")), entry => entry.Contains(".klotho-", StringComparison.Ordinal));
    }

    public void Dispose() => workspace.Dispose();

    private SortedDictionary<string, string> Compiled(string program)
    {
        workspace.With("Notes/Program.cs", program);
        var result = BuiltTool.Run(workspace.Root, "compile", "Notes");
        Assert.True(result.ExitCode == 0, result.Everything);
        return workspace.Snapshot("Notes/compiled");
    }

    private static bool Same(SortedDictionary<string, string> left, SortedDictionary<string, string> right) => left.SequenceEqual(right);
}
