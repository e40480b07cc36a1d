using System.Text.Json.Nodes;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary><c>klotho graph</c> prints what the code needs, planned or not.</summary>
public sealed class GraphTests : IDisposable
{
    private readonly Workspace workspace = new();

    [Theory]
    [MemberData(nameof(BuiltTool.Kinds), MemberType = typeof(BuiltTool))]
    public void The_graph_is_the_one_that_a_compile_writes(string kind)
    {
        BuiltTool.Use(kind);
        workspace.WithNotes();

        var printed = Json(BuiltTool.Run(workspace.Root, "graph", "Notes", "--format", "json"));

        Assert.False(Directory.Exists(workspace.Path("Notes/compiled")));
        Assert.Equal(0, BuiltTool.Run(workspace.Root, "compile", "Notes").ExitCode);
        var written = JsonNode.Parse(File.ReadAllText(workspace.Path("Notes/compiled/graph.json")))?.AsObject() ?? [];
        Assert.True(written.Remove("inputDigest"));
        Assert.Empty(printed["diagnostics"]?.AsArray() ?? [null]);
        Assert.True(JsonNode.DeepEquals(written, printed["graph"]), printed.ToJsonString());
    }

    /// <summary>A requirement that nothing meets keeps nobody from seeing the graph: it is not planned.</summary>
    [Theory]
    [InlineData("text", "kv:notes  Notes/Program.cs:9")]
    [InlineData("text", "  uses kv:seen  IKeyValueStore.PutAsync")]
    [InlineData("mermaid", "exec_unit_reader[\"reader<br/><small>Unit</small>\"]")]
    [InlineData("dot", "\"exec_unit:reader\" -> \"kv:seen\" [label=\"put\"];")]
    [InlineData("svg", "<title>notes: what it needs and who touches what</title>")]
    public void Every_form_shows_the_application(string format, string part)
    {
        workspace.WithNotes().With("Notes/klotho.yaml", "requirements: {monthly_cost: 0.01}\n");

        var result = BuiltTool.Run(workspace.Root, "graph", "Notes", "--format", format);

        Assert.True(result.ExitCode == 0, result.Everything);
        Assert.Contains(part, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_the_code_is_reported_and_no_graph_printed()
    {
        workspace.WithNotes().With("Notes/Program.cs", Workspace.NotesProgram.Replace("\"notes\"", "\"No Tes\"", StringComparison.Ordinal));

        var result = BuiltTool.Run(workspace.Root, "graph", "Notes", "--format", "dot");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains("No Tes", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => workspace.Dispose();

    private static JsonObject Json(ToolResult result)
    {
        Assert.True(result.ExitCode == 0, result.Everything);
        return JsonNode.Parse(result.Output)?.AsObject() ?? [];
    }
}
