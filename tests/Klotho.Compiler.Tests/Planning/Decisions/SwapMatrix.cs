using Klotho.Compiler.Tests.Harness;
using Klotho.Planning;
using Klotho.Planning.Explanations;

namespace Klotho.Compiler.Tests.Planning.Decisions;

/// <summary>One application under many a klotho.yaml: each folder of Cases/Swap has one, and the plan that it gives. <c>KLOTHO_UPDATE_GOLDEN=1</c> writes the plans anew.</summary>
public sealed class SwapMatrix
{
    private const string Stage = "Swap";

    public static TheoryData<string> Variants => Golden.CasesOf(Stage);

    [Theory]
    [MemberData(nameof(Variants))]
    public void The_application_is_planned_under_a_variant_as_its_golden_file_says(string variant)
    {
        var result = Planner.Run(Input(variant));

        Golden.Check(Stage, variant, "plan.txt", PlanText.Of(result, Input(variant).Files));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void A_plan_is_the_same_every_time_and_explains_each_of_its_nodes(string variant)
    {
        var (first, second) = (Planner.Run(Input(variant)), Planner.Run(Input(variant)));

        Assert.Equal(first, second);
        Assert.NotNull(first.Plan);
        Assert.All(first.Plan.Decisions, decision =>
        {
            var explained = Explainer.Node(Input(variant), first.Plan, decision.Node);
            Assert.NotNull(explained);
            Assert.Contains(explained.Sections, section => section.Key == "causes");
            Assert.Equal(decision.Rejected.Count, explained.Sections.Items.Where(section => section.Key == "rejected").Sum(section => section.Facts.Count));
        });
    }

    [Fact]
    public void There_are_a_dozen_variants_and_they_differ()
    {
        var plans = Variants.Cast<object[]>().Select(row => Golden.Read(Stage, $"{row[0]}", "plan.txt")).ToList();

        Assert.InRange(plans.Count, 12, int.MaxValue);
        Assert.Equal(plans.Count, plans.Distinct().Count());
    }

    private static PlanInput Input(string variant) => new(
        CaseGraph.Read(Golden.Read(Stage, "", "graph.txt")),
        new([new(new("klotho.yaml"), Golden.Read(Stage, variant, "klotho.yaml"))]),
        TestCatalogue.Shipped);
}
