using System.Text.RegularExpressions;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>The graph of the flagship sample's own sources.</summary>
public sealed partial class SampleTests
{
    private const string Folder = "samples/SearchTheDeck";

    [Fact]
    public void The_graph_of_Search_the_Deck_is_the_expected_one()
    {
        var sources = Repository.Files(Folder, ".cs").Select(path => (path, Repository.Read(path)));
        var graph = GraphText.Of(App.Analyze(App.Compile(sources, ["CS8795"])));

        // Without lines: moving code in the sample changes nothing of what it needs.
        Golden.Check("Samples", "SearchTheDeck", "graph.txt", Line().Replace(graph, ".cs"));
    }

    [GeneratedRegex(@"\.cs:\d+")]
    private static partial Regex Line();
}
