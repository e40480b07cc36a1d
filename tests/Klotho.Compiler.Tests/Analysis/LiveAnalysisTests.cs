using Klotho.Analysis;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>A process that stays says after each edit what a new one would say, byte by byte.</summary>
public sealed class LiveAnalysisTests
{
    // 250 of each were tried when this was written; more of them find no more, and take minutes.
    private const int Edits = 8;
    private const int Attempts = 200;

    private const string Notes = """
        using System.Text;
        [assembly: Expose("api")]
        var builder = WebApplication.CreateBuilder(args);
        builder.AddKlotho();
        builder.Services.AddSingleton<Notes>();
        var app = builder.Build();
        var words = 1;
        int Twice(int number) => number * 2;
        app.MapKlotho(); /* here */
        app.MapGet("/a/{id}", (string id) => id);
        app.MapPut("/notes/{id}", async (string id, Notes notes) => await notes.PutAsync(id) + Twice(words));
        app.Run();

        public sealed class Notes([Persist("notes")] IKeyValueStore<string> store)
        {
            public int Count;
            private int size = 3;
            private static readonly int Limit;
            static Notes() { Limit = 5; }
            public Notes(IKeyValueStore<string> store, int count) : this(store) { Count = 1; }
            public static string Name => "n";
            public int More => Count + 1;
            public int Size { get => size; set => size = value; }
            public async Task<int> PutAsync(string id)
            {
                await store.GetAsync(id);
                await store.PutAsync(id, Name + More + Limit + id.Size);
                return id.Length;
            }
        }

        public static class Texts
        {
            extension(string text)
            {
                public int Size => text.Length;
            }
        }
        """;

    [Theory]
    [MemberData(nameof(MutatedCodeTests.Programs), MemberType = typeof(MutatedCodeTests))]
    public void After_random_edits_the_analysis_is_that_of_a_new_process(string name)
    {
        var (stage, folder) = (name.Split('/')[0], name.Split('/')[1]);
        var random = new Random(20261123);
        var files = Golden.Sources(stage, folder).ToLookup(file => file.Path.StartsWith("library/", StringComparison.Ordinal));
        var standing = (CSharpCompilation)App.Compile(files[false], files[true].Any() ? [App.Library("Library", files[true])] : []);
        var statements = standing.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes()).OfType<StatementSyntax>()
            .Where(statement => statement.Parent is BlockSyntax or GlobalStatementSyntax).Select(statement => statement.ToString()).ToList();
        var earlier = new List<CSharpCompilation> { standing };
        var live = new LiveAnalysis();
        var (quick, full) = (0, 0);
        Check(live, standing, "");
        for (var round = 0; quick + full < Edits && round < Attempts; round++)
        {
            var trees = standing.SyntaxTrees.Where(tree => !tree.FilePath.Contains("/obj/", StringComparison.Ordinal)).ToList();
            var tree = trees[random.Next(trees.Count)];
            var text = RandomEdit.Of(tree.ToString(), statements, random);
            var edited = random.Next(12) == 0 ? earlier[random.Next(earlier.Count)]
                : standing.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath));

            // What does not compile is not analysed.
            if (edited.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            {
                continue;
            }

            Check(live, edited, $"{name}, round {round}: from\n{tree}\nto\n{text}");
            (quick, full) = live.WasQuick ? (quick + 1, full) : (quick, full + 1);
            standing = edited;
            earlier.Add(edited);
        }

        Assert.True(quick + full == Edits && quick > 2, $"{quick} edits were quick, {full} were not.");
    }

    [Theory]
    [InlineData("return id.Length;", "return id.Length + Count;", true)]
    [InlineData("store.GetAsync(id);", "store.DeleteAsync(id);", true)]
    [InlineData("Count = 1;", "Count = 2;", true)]
    [InlineData("=> Count + 1", "=> Count + 2", true)]
    [InlineData("get => size;", "get => size + 1;", true)]
    [InlineData("/* here */", "\n// there\n", true)]
    [InlineData("(string id) => id", "(string id) => id + id", true)]
    [InlineData("app.Run();", "app.MapGet(\"/b\", ([Persist(\"other\")] IKeyValueStore<string> other) => other.GetAsync(\"x\"));\napp.Run();", true)]
    [InlineData("app.MapGet(\"/a/{id}\", (string id) => id);", "", true)]
    [InlineData("public int Count;", "public int Count, Added;", false)]
    [InlineData("[Persist(\"notes\")]", "[Persist(\"others\")]", false)]
    [InlineData("size = 3;", "size = 4;", false)]
    [InlineData("Limit = 5;", "Limit = 6;", false)]
    [InlineData("Name => \"n\"", "Name => \"m\"", false)]
    [InlineData("var words = 1;", "var words = 2;", false)]
    [InlineData("int Twice(int number) => number * 2;", "int Twice(int number) => number + number;", false)]
    [InlineData("return id.Length;", "\n#if true\nreturn 1;\n#endif\n", false)]
    [InlineData("app.Run();", "await app.RunAsync();", false)]
    [InlineData("text.Length", "text.Length + 1", false)]
    [InlineData("using System.Text;", "using System.Text.Json;", false)]
    public void Only_what_other_code_cannot_see_is_read_alone(string before, string after, bool isQuick)
    {
        var (old, young) = (Notes, Notes.Replace(before, after, StringComparison.Ordinal));
        Assert.NotEqual(old, young);
        var standing = (CSharpCompilation)App.Compile(old);
        var tree = standing.SyntaxTrees.Single(each => each.FilePath.EndsWith("Program.cs", StringComparison.Ordinal));
        var edited = standing.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(young, (CSharpParseOptions)tree.Options, tree.FilePath));
        Assert.Empty(edited.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var live = new LiveAnalysis();
        Check(live, standing, old);
        Check(live, edited, young);
        Assert.Equal(isQuick, live.WasQuick);
        Check(live, standing, old);
    }

    private static void Check(LiveAnalysis live, CSharpCompilation compilation, string what)
    {
        var actual = Text(live.Run(new(compilation, new("app"), new(App.Root)), CancellationToken.None));
        var expected = Text(App.Analyze(compilation));
        Assert.True(expected == actual, $"{what}\n---- expected\n{expected}\n---- actual\n{actual}");
    }

    private static string Text(AnalysisResult result) => string.Join(
        '\n',
        [GraphDocument.Print(result.Graph).Text, .. result.Diagnostics.Items.Select(each => $"{string.Join(' ', each.Locations.Items)} {each.Rule.Code} {each.Message}"), .. result.Graph.TrimObstacles.Items.Select(each => $"{each}")]);
}
