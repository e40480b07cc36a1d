namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>
/// A temporary directory for applications that tests write. Where the first file is a project, it is one in which this project is restored,
/// if an earlier test left one.
/// </summary>
/// <param name="isFresh">Whether nobody may have been there before.</param>
internal sealed class Workspace(bool isFresh = false) : IDisposable
{
    /// <summary>Stands in projects of tests and of documentation for the reference that users write.</summary>
    private const string PackageReference = """<PackageReference Include="Klotho.Runtime" Version="0.1.0" />""";

    public const string WebProject = $"""
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            {PackageReference}
          </ItemGroup>
        </Project>
        """;

    public const string NotesProgram = """
        using Klotho;

        [assembly: Expose("notes-api")]

        var builder = WebApplication.CreateBuilder(args);
        builder.AddKlotho();
        var app = builder.Build();
        app.MapKlotho();
        app.MapPut("/notes/{id}", async (string id, [Persist("notes")] IKeyValueStore<string> notes, [PubSub("note-written")] ITopic<NoteWritten> written) =>
        {
            await notes.PutAsync(id, "text");
            await written.PublishAsync(new NoteWritten(id));
        });
        app.MapGet("/seen", async ([Persist("seen")] IKeyValueStore<string> seen) => (await seen.GetAsync("last"))?.Value ?? "none");
        app.Run();

        public sealed record NoteWritten(string Id);

        [ExecUnit("reader")]
        public sealed class Reader([Persist("seen")] IKeyValueStore<string> seen)
        {
            [PubSub("note-written")]
            public async Task Handle(NoteWritten note, CancellationToken cancel) => await seen.PutAsync("last", note.Id, cancel: cancel);
        }
        """;

    private string? root;

    /// <summary>The project that the folder is left with, and its text; null for one that is nobody else's.</summary>
    private (string File, string Text)? restored;

    public string Root => root ??= Directory.CreateTempSubdirectory("klotho test ").FullName;

    public string Path(string relative) => System.IO.Path.Combine(Root, relative);

    /// <summary>Writes a small application with two units, two stores and a topic.</summary>
    public Workspace WithNotes(string folder = "Notes") =>
        With($"{folder}/Notes.csproj", WebProject).With($"{folder}/Program.cs", NotesProgram);

    public Workspace With(string file, string text)
    {
        var written = text.Replace(PackageReference, $"""
            </ItemGroup>
            <Import Project="{BuiltTool.RuntimeProps}" />
            <ItemGroup>
            <Reference Include="{BuiltTool.RuntimePath}" />
            <Analyzer Include="{BuiltTool.GeneratorPath}" />
            """, StringComparison.Ordinal);
        if (Steers(file))
        {
            restored = root is null && !isFresh ? (file, written) : null;
            root ??= isFresh ? null : RestoredFolders.Take(file, written);
        }

        // MSBuild is asked again about a project file that is newer than what is known of it.
        if (restored?.File != file || !File.Exists(Path(file)))
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(file)) ?? Root);
            File.WriteAllText(Path(file), written);
        }

        return this;
    }

    public void Dispose()
    {
        if (restored is { } project)
        {
            RestoredFolders.Leave(Root, project.File, project.Text);
        }
        else
        {
            Directory.Delete(Root, recursive: true);
        }
    }

    /// <summary>Every file below a folder with its text, by relative path.</summary>
    public SortedDictionary<string, string> Snapshot(string folder) =>
        new(Directory.EnumerateFiles(Path(folder), "*", SearchOption.AllDirectories)
            .ToDictionary(file => System.IO.Path.GetRelativePath(Path(folder), file), File.ReadAllText), StringComparer.Ordinal);

    /// <summary>Whether what is restored may depend on a file. With a second one, a folder is not what the first promises.</summary>
    private static bool Steers(string file) =>
        System.IO.Path.GetExtension(file) is ".csproj" or ".vbproj" or ".props" or ".targets" or ".rsp" or ".config" || System.IO.Path.GetFileName(file) == "global.json";
}
