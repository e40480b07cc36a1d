using Klotho.Analysis.Collections;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;
using Klotho.Planning;
using Klotho.Planning.Configuration;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>
/// Each folder of Cases/Planning is a graph, files of configuration in order of rising precedence (the first is
/// klotho.yaml), and the plan they give. <c>KLOTHO_UPDATE_GOLDEN=1</c> writes the plans anew.
/// </summary>
public sealed class GoldenPlans
{
    private const string Stage = "Planning";

    public static TheoryData<string> Names => Golden.CasesOf(Stage);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_is_planned_as_its_golden_file_says(string name)
    {
        var files = Repository.Files($"tests/Klotho.Compiler.Tests/Cases/{Stage}/{name}", ".yaml")
            .Select(Path.GetFileName)
            .OfType<string>()
            .OrderBy(file => file.Length)
            .Select(file => new ConfigurationFile(new(file), Golden.Read(Stage, name, file)))
            .ToEquatableArray();
        var graph = CaseGraph.Read(Golden.Read(Stage, name, "graph.txt"));

        var result = Planner.Run(new(graph, files, TestCatalogue.WithTwoTypes));

        Golden.Check(Stage, name, "plan.txt", PlanText.Of(result, files));
    }
}
