namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>An application of several files, compiled and committed once for all tests of a class. Each leaves it as it was.</summary>
public sealed class CommittedNotes : IDisposable
{
    public CommittedNotes()
    {
        Repository = new GitRepository(Workspace.Root);
        Workspace.With("Notes/Notes.csproj", Workspace.WebProject)
            .With("Notes/Program.cs", """
                using Klotho;
                [assembly: Expose("notes-api")]
                var builder = WebApplication.CreateBuilder(args);
                builder.AddKlotho();
                var app = builder.Build();
                app.MapKlotho();
                app.MapPut("/notes/{id}", WriteNote.HandleAsync);
                app.Run();
                """)
            .With("Notes/WriteNote.cs", """
                using Klotho;
                public static class WriteNote
                {
                    public static Task HandleAsync(string id, [PubSub("note-written")] ITopic<NoteWritten> written) => written.PublishAsync(new NoteWritten(id)).AsTask();
                }
                """)
            .With("Notes/NoteWritten.cs", "public sealed record NoteWritten(string Id);\n")
            .With("Notes/Reader.cs", """
                using Klotho;
                [ExecUnit("reader")]
                public sealed class Reader([Persist("seen")] IKeyValueStore<string> seen, ISpelling spelling)
                {
                    [PubSub("note-written")]
                    public async Task Handle(NoteWritten note, CancellationToken cancel) => await seen.PutAsync("last", spelling.Of(note.Id), cancel: cancel);
                }
                """)
            .With("Notes/ISpelling.cs", "public interface ISpelling { string Of(string word); }\n")
            .With("Notes/Plain.cs", "public sealed class Plain : ISpelling { public string Of(string word) => word; }\n")
            .With("Notes/Loud.cs", "public sealed class Loud { public string Of(string word) => word.ToUpperInvariant(); }\n")
            .With("README.md", "# Notes\n");
        var compiled = BuiltTool.Run(Workspace.Root, "compile", "Notes");
        Assert.True(compiled.ExitCode == 0, compiled.Everything);
        Repository.Commit("start");
    }

    internal Workspace Workspace { get; } = new();

    internal GitRepository Repository { get; }

    public void Dispose() => Workspace.Dispose();
}
