using Klotho.Analysis.Collections;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;
using Klotho.Planning;
using Klotho.Planning.Configuration;
using Klotho.Planning.Differences;
using Klotho.Planning.Locking;

namespace Klotho.Compiler.Tests.Planning.Locking;

/// <summary>A compile after a compile of the same sources gives the same plan, with the same words: the lock alone is no news.</summary>
public sealed class PlanningAgain
{
    private const string Stage = "Planning";

    public static TheoryData<string> Names => Golden.CasesOf(Stage);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_plan_that_was_locked_is_planned_the_same(string name)
    {
        var files = Repository.Files($"tests/Klotho.Compiler.Tests/Cases/{Stage}/{name}", ".yaml")
            .Select(Path.GetFileName).OfType<string>().OrderBy(file => file.Length)
            .Select(file => new ConfigurationFile(new(file), Golden.Read(Stage, name, file)))
            .ToEquatableArray();
        var input = new PlanInput(CaseGraph.Read(Golden.Read(Stage, name, "graph.txt")), files, TestCatalogue.WithTwoTypes);
        var first = Planner.Run(input);
        var locked = first.Plan is { } plan ? LockSuccession.Run(LockReading.None, plan, input.Catalogue).Lock : PlanLock.Empty;

        var second = Planner.Run(input with { Lock = locked });

        // A type that cannot be emitted is warned of until it is compiled, that is, held.
        Assert.Equal(PlanText.Of(first with { Diagnostics = default }, files), PlanText.Of(second with { Diagnostics = default }, files));
        foreach (var decision in first.Plan?.Decisions.Items ?? [])
        {
            Assert.Equal(decision.Rejected.Items, second.Plan?.For(decision.Node)?.Rejected.Items);
            Assert.Equal(decision.Causes.Items, second.Plan?.For(decision.Node)?.Causes.Items);
        }

        Assert.Equal(first.Plan, second.Plan);
    }
}
