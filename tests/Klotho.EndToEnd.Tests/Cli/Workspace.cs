namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>A temporary directory for applications that tests write.</summary>
internal sealed class Workspace : IDisposable
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

    public Workspace() => Root = Directory.CreateTempSubdirectory("klotho test ").FullName;

    public string Root { get; }

    public string Path(string relative) => System.IO.Path.Combine(Root, relative);

    /// <summary>Writes a small application with two units, two stores and a topic.</summary>
    public Workspace WithNotes(string folder = "Notes") =>
        With($"{folder}/Notes.csproj", WebProject).With($"{folder}/Program.cs", NotesProgram);

    public Workspace With(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(file)) ?? Root);
        File.WriteAllText(Path(file), text.Replace(PackageReference, $"""
            </ItemGroup>
            <Import Project="{BuiltTool.RuntimeProps}" />
            <ItemGroup>
            <Reference Include="{BuiltTool.RuntimePath}" />
            <Analyzer Include="{BuiltTool.GeneratorPath}" />
            """, StringComparison.Ordinal));
        return this;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Every file below a folder with its text, by relative path.</summary>
    public SortedDictionary<string, string> Snapshot(string folder) =>
        new(Directory.EnumerateFiles(Path(folder), "*", SearchOption.AllDirectories)
            .ToDictionary(file => System.IO.Path.GetRelativePath(Path(folder), file), File.ReadAllText), StringComparer.Ordinal);
}
