using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>The graph of the flagship sample's own sources.</summary>
public sealed class SampleTests
{
    private const string Folder = "samples/SearchTheDeck";

    [Fact]
    public void The_graph_of_Search_the_Deck_is_the_expected_one()
    {
        var sources = Repository.Files(Folder, ".cs").Select(path => (path, Repository.Read(path)));
        Golden.Check("Samples", "SearchTheDeck", "graph.txt", GraphText.Of(App.Analyze(App.Compile(sources, ["CS8795"]))));
    }
}
