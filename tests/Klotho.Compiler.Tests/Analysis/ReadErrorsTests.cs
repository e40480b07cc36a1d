using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>Whoever binds only what a unit reads has to hear of an error there, and of none elsewhere.</summary>
public sealed class ReadErrorsTests
{
    private const string Notes = """
        [assembly: Expose("api")]
        var builder = WebApplication.CreateBuilder(args);
        builder.AddKlotho();
        builder.Services.AddSingleton<Notes>();
        var app = builder.Build();
        app.MapKlotho();
        app.MapGet("/notes/{id}", async (string id, Notes notes) => await notes.ReadAsync(id));
        app.Run();

        public sealed class Notes([Persist("notes")] IKeyValueStore<string> store)
        {
            public async Task<string> ReadAsync(string id)
            {
                var found = await store.GetAsync(id);
                return found?.Value ?? "";
            }

            public void Unused() => store.GetAsync("");
        }
        """;

    [Theory]
    [InlineData("app.MapKlotho();", "app.MapKlothos();")]
    [InlineData("notes.ReadAsync(id));", "notes.ReadsAsync(id));")]
    [InlineData("notes.ReadAsync(id));", "notes.ReadAsync(1));")]
    [InlineData("return found?.Value ?? \"\";", "return missing;")]
    [InlineData("return found?.Value ?? \"\";", "return 1;")]
    [InlineData("return found?.Value ?? \"\";", "Missing value = null; return \"\";")]
    [InlineData("return found?.Value ?? \"\";", "return new Missing().Value;")]
    [InlineData("return found?.Value ?? \"\";", "return await 1;")]
    [InlineData("return found?.Value ?? \"\";", "return found.Value.Missing();")]
    [InlineData("return found?.Value ?? \"\";", "Func<int> one = () => \"\"; return \"\" + one();")]
    [InlineData("store.GetAsync(id);", "store.GetAsync(id, id, id);")]
    public void An_error_in_what_is_read_is_noticed(string before, string after)
    {
        var broken = Notes.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Notes, broken);
        Assert.True(App.Analyze(Compiled(broken)).HasReadErrors);
    }

    [Fact]
    public void What_nobody_reads_may_have_errors()
    {
        var broken = Notes.Replace("=> store.GetAsync(\"\");", "=> missing.Call();", StringComparison.Ordinal);
        Assert.NotEqual(Notes, broken);
        Assert.False(App.Analyze(Compiled(broken)).HasReadErrors);
    }

    [Theory]
    [MemberData(nameof(MutatedCodeTests.Programs), MemberType = typeof(MutatedCodeTests))]
    public void Code_that_compiles_has_none_and_reads_the_same_in_one_thread(string name)
    {
        var (stage, folder) = (name.Split('/')[0], name.Split('/')[1]);
        var files = Golden.Sources(stage, folder).ToLookup(file => file.Path.StartsWith("library/", StringComparison.Ordinal));
        var compilation = (CSharpCompilation)App.Compile(files[false], files[true].Any() ? [App.Library("Library", files[true])] : []);
        var (one, two) = (App.Analyze(compilation.WithOptions(compilation.Options.WithConcurrentBuild(false))), App.Analyze(compilation.WithOptions(compilation.Options.WithConcurrentBuild(true))));
        Assert.False(one.HasReadErrors);
        Assert.False(two.HasReadErrors);
        Assert.Equal(GraphDocument.Print(one.Graph).Text, GraphDocument.Print(two.Graph).Text);
        Assert.Equal(one.Diagnostics, two.Diagnostics);
    }

    private static CSharpCompilation Compiled(string text) => App.Unchecked([("Program.cs", text)]);
}
