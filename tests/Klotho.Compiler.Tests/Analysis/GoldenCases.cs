using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>Whole applications and the graphs that are expected of them.</summary>
public sealed class GoldenCases
{
    private const string Stage = "Analysis";

    public static TheoryData<string> Cases => Golden.CasesOf(Stage);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_graph_is_the_expected_one(string name) =>
        Golden.Check(Stage, name, "graph.txt", GraphText.Of(App.Analyze(App.Compile(Golden.Sources(Stage, name)))));
}
