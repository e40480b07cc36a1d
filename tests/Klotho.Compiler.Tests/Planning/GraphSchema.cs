using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Documents;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>The published schema of graph.json describes what is written.</summary>
public sealed class GraphSchema(SchemaJudge judge) : IClassFixture<SchemaJudge>
{
    private readonly string schema = Repository.Read("docs/schemas/graph.schema.json");

    [Theory]
    [InlineData("HelloStore")]
    [InlineData("SearchTheDeck")]
    public void The_graph_of_a_sample_is_as_the_schema_says(string sample)
    {
        var sources = Repository.Files($"samples/{sample}", ".cs").Select(path => (path, Repository.Read(path)));
        var document = GraphDocument.Print(App.Analyze(App.Compile(sources, ["CS8795"])).Graph).Text;
        var strange = document.Replace("\"kind\":\"uses\"", "\"kind\":\"abuses\"", StringComparison.Ordinal);
        var longer = document.Replace("\"version\": 2,", "\"version\": 2, \"more\": 1,", StringComparison.Ordinal);

        var verdicts = judge.Judge(schema, [document, strange, longer]);

        Assert.Null(verdicts[0]);
        Assert.NotNull(verdicts[1]);
        Assert.NotNull(verdicts[2]);
    }
}
