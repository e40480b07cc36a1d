using Klotho.Analysis;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Planning;
using Klotho.Planning.Configuration;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>
/// Each folder of Cases/Planning is a graph, files of configuration in order of rising precedence (the first is
/// klotho.yaml), and the plan they give. <c>KLOTHO_UPDATE_GOLDEN=1</c> writes the plans anew.
/// </summary>
public sealed class GoldenPlans
{
    private const string Cases = "tests/Klotho.Compiler.Tests/Cases/Planning";

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, Cases)).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_is_planned_as_its_golden_file_says(string name)
    {
        var folder = $"{Cases}/{name}";
        var files = Repository.Files(folder, ".yaml")
            .Select(Path.GetFileName)
            .OfType<string>()
            .OrderBy(file => file.Length)
            .Select(file => new ConfigurationFile(new(file), Repository.Read($"{folder}/{file}")))
            .ToEquatableArray();
        var graph = GraphText.Read(Repository.Read($"{folder}/graph.txt"));

        var result = Planner.Run(new(graph, files, TestCatalogue.WithTwoTypes));

        Golden.Check($"{folder}/plan.txt", PlanText.Of(result, files));
    }
}
