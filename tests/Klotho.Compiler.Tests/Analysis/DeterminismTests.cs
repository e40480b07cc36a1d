using Klotho.Analysis;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>The same sources give the same result, in whatever order they are compiled.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void The_order_of_files_changes_nothing()
    {
        var sources = Golden.Sources("Analysis", "deck").ToList();
        var before = App.Analyze(App.Compile(sources));
        var after = App.Analyze(App.Compile(sources.AsEnumerable().Reverse()));

        Assert.Equal(before, after);
        Assert.Equal(GraphText.Of(before), GraphText.Of(after));
    }

    [Theory]
    [MemberData(nameof(GoldenCases.Cases), MemberType = typeof(GoldenCases))]
    public void Every_edge_ends_in_nodes_of_the_graph(string name)
    {
        var graph = App.Analyze(App.Compile(Golden.Sources("Analysis", name))).Graph;

        Assert.NotEmpty(graph.Edges);
        Assert.All(graph.Edges, edge => Assert.True(graph.Find(edge.From) is not null && graph.Find(edge.To) is not null, edge.ToString()));
    }

    [Fact]
    public void Analysis_can_be_cancelled() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            CapabilityAnalysis.Run(new(App.Compile("return;"), new("app"), new(App.Root)), new(canceled: true)));
}
