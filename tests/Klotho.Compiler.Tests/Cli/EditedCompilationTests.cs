using Klotho.Analysis;
using Klotho.Analysis.Diagnostics;
using Klotho.Cli.Loading;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Compiler.Tests.Cli;

/// <summary>What a process that stays says after an edit is what a new one would say.</summary>
public sealed class EditedCompilationTests
{
    private const string Program = $"{App.Root}/Program.cs";
    private const string Reader = $"{App.Root}/Reader.cs";
    private const string Library = $"{App.Root}/Texts/Texts.cs";

    private static readonly string[] Bodies =
    [
        "await notes.PutAsync(id, \"text\");", "await notes.GetAsync(id);", "await notes.DeleteAsync(id);", "await written.PublishAsync(new(id));",
        "await Task.Yield();\n", "return 1;", "nonsense();", "foreach (var c in id) { await notes.PutAsync(c.ToString(), Texts.Of(id)); }", "if (id ==", "// nothing\n\n",
    ];

    private static readonly string[] Mappings =
    [
        "app.MapGet(\"/a\", () => 1);", "app.MapGet(\"/b/{id}\", async (string id, [Persist(\"b\")] IKeyValueStore<string> b) => await b.GetAsync(id));", "", "app.MapGet(\"/a\", () => x);",
    ];

    private static readonly string[] Members = ["", "public int Count => 3;", "public static string Name = \"n\";", "private const int Two = 2;"];

    private static readonly string[] Expressions = ["text", "text + Extra", "text.ToUpperInvariant()", "1"];

    [Fact]
    public void After_random_edits_graph_diagnostics_and_errors_are_those_of_a_new_compilation()
    {
        var random = new Random(20_26);
        var memory = new LoadMemory();
        var texts = new Dictionary<string, string> { [Program] = ProgramOf("", ""), [Reader] = ReaderOf(Bodies[0], ""), [Library] = LibraryOf("text", "") };
        var standing = Fresh(texts);
        var edited = new HashSet<string>();
        var (within, wrong, read) = (0, 0, 0);
        var live = new LiveAnalysis();
        for (var round = 0; round < 60; round++)
        {
            var (path, text) = Edit(random);
            texts[path] = text;
            memory.Open(path, text);
            edited.Add(path);
            var expected = Fresh(texts);
            var errors = ErrorsOf(expected).ToList();
            if (EditedCompilation.Of(standing, edited, memory, CancellationToken.None) is { } quick)
            {
                within++;
                wrong += quick.Errors.Count > 0 ? 1 : 0;
                Assert.Equal(errors, quick.Errors.Select(Text).Order(StringComparer.Ordinal));
                Assert.Equal(errors.Count == 0 ? Analyzed(expected) : "", quick.Errors.Count == 0 ? Analyzed(live, quick.App) : "");
                read += quick.Errors.Count == 0 && live.WasQuick ? 1 : 0;
            }

            if (errors.Count == 0)
            {
                // As a session does: what stands is followed from here.
                standing = EditedCompilation.Of(standing, edited, memory, CancellationToken.None)?.App ?? expected;
                edited.Clear();
            }
        }

        // The seed makes enough of each kind for this to mean something.
        Assert.True(within > 15 && within < 58 && wrong > 2 && read > 10, $"{within} edits within bodies, {wrong} of them wrong, {read} read alone");
    }

    [Theory]
    [InlineData("class C { int M() { return 1; } }", "class C { int M() { return 2; } }", true)]
    [InlineData("class C { int M() => 1; }", "class C { int M() => 2; }", true)]
    [InlineData("class C { int x = 1; }", "class C { int x = 2; }", true)]
    [InlineData("class C { const int X = 1; }", "class C { const int X = 2; }", false)]
    [InlineData("enum E { A = 1 }", "enum E { A = 2 }", false)]
    [InlineData("class C { int M() => 1; }", "class C { int M(int x = 1) => 1; }", false)]
    [InlineData("class C { [System.Obsolete(\"a\")] int M() => 1; }", "class C { [System.Obsolete(\"b\")] int M() => 1; }", false)]
    [InlineData("class C { C() : base() { } }", "class C { C() : this(1) { } C(int x) { } }", false)]
    [InlineData("var x = 1;", "var x = 2; int F() => x;", true)]
    [InlineData("var x = 1; class C;", "class C;", false)]
    [InlineData("using System;", "using System.IO;", false)]
    [InlineData("class C { int M() => 1; }", "class C { async System.Threading.Tasks.Task<int> M() => 1; }", false)]
    public void Only_what_other_files_cannot_see_is_within_a_body(string before, string after, bool expected) =>
        Assert.Equal(expected, BodyEdit.Separates(CSharpSyntaxTree.ParseText(before), CSharpSyntaxTree.ParseText(after), CancellationToken.None));

    private static (string Path, string Text) Edit(Random random) => random.Next(4) switch
    {
        0 => (Program, ProgramOf(Pick(random, Mappings), random.Next(8) == 0 ? "public sealed record More(int X);" : "")),
        1 => (Library, LibraryOf(Pick(random, Expressions), random.Next(4) == 0 ? "public const string Other = \"o\";" : "")),
        _ => (Reader, ReaderOf(Pick(random, Bodies), random.Next(4) == 0 ? Pick(random, Members) : "")),
    };

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];

    private static string ProgramOf(string mapping, string type) => $$"""
        [assembly: Expose("api")]
        var builder = WebApplication.CreateBuilder(args);
        builder.AddKlotho();
        var app = builder.Build();
        app.MapKlotho();
        {{mapping}}
        app.MapPut("/notes/{id}", async (string id, [Persist("notes")] IKeyValueStore<string> notes, [PubSub("note-written")] ITopic<NoteWritten> written) =>
            await written.PublishAsync(new NoteWritten(Texts.Of(id))));
        app.Run();

        public sealed record NoteWritten(string Id);
        {{type}}
        """;

    private static string ReaderOf(string body, string member) => $$"""
        [ExecUnit("reader")]
        public sealed class Reader([Persist("notes")] IKeyValueStore<string> notes, [PubSub("note-read")] ITopic<NoteWritten> written)
        {
            {{member}}

            [PubSub("note-written")]
            public async Task Handle(NoteWritten note, CancellationToken cancel)
            {
                var id = note.Id;
                {{body}}
            }
        }
        """;

    private static string LibraryOf(string expression, string member) => $$"""
        public static class Texts
        {
            {{member}}
            private const string Extra = "!";

            public static string Of(string text) => {{expression}};
        }
        """;

    private static CSharpCompilation Fresh(Dictionary<string, string> texts)
    {
        var library = App.Library("Texts", [("Texts/Texts.cs", texts[Library])]);
        return App.Unchecked([("Program.cs", texts[Program]), ("Reader.cs", texts[Reader])], library);
    }

    /// <summary>The errors of the application and of the library: a compilation does not tell those of another that it references.</summary>
    private static IEnumerable<string> ErrorsOf(CSharpCompilation app) =>
        app.References.OfType<CompilationReference>().Select(reference => (CSharpCompilation)reference.Compilation).Append(app)
            .SelectMany(compilation => CSharpError.In(compilation, CancellationToken.None)).Select(error => Text(error.Diagnostic)).Order(StringComparer.Ordinal);

    private static string Analyzed(CSharpCompilation compilation) => Text(App.Analyze(compilation));

    private static string Analyzed(LiveAnalysis live, CSharpCompilation compilation) => Text(live.Run(new(compilation, new("app"), new(App.Root)), CancellationToken.None));

    private static string Text(AnalysisResult result) => GraphDocument.Print(result.Graph).Text + string.Join('\n', result.Diagnostics.Items.Select(Text));

    private static string Text(KlothoDiagnostic diagnostic) => $"{diagnostic.Location} {diagnostic.Rule.Code} {diagnostic.Message}";
}
