using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>A shape of code each, and the witnesses of what it does to its store. Files below <c>Library</c> are a project of their own.</summary>
public sealed class WitnessCases
{
    private const string Stage = "Reach";
    private const string Project = "Library/";

    public static TheoryData<string> Cases => Golden.CasesOf(Stage);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_witnesses_are_the_expected_ones(string name)
    {
        var sources = Golden.Sources(Stage, name).ToLookup(file => file.Path.StartsWith(Project, StringComparison.Ordinal));
        var projects = sources[true].Any() ? new[] { App.Library("Library", sources[true]) } : [];
        var result = App.Analyze(App.Compile(sources[false], projects));
        Golden.Check(Stage, name, "witness.txt", GraphText.Of(result with { Graph = result.Graph with { Nodes = new([]), Edges = new([.. result.Graph.Edges.Items.Where(edge => edge.To.Name == "decks")]) } }));
    }
}
