using Klotho.Analysis.Collections;
using Klotho.Emit;
using Klotho.Planning;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Choices;
using Klotho.Planning.Costs;
using Klotho.Planning.Optimum;
using Xunit.Abstractions;

namespace Klotho.Compiler.Tests.Planning.Decisions;

/// <summary>A problem without what another option can replace has the optimum of the problem with everything in it, option by option.</summary>
public sealed class PlanProblemProperties(ITestOutputHelper output)
{
    private const int Applications = 1_500;

    [Fact]
    public void What_is_left_out_never_changes_what_is_taken()
    {
        var random = new Random(20261122);
        var (solved, all, kept) = (0, 0, 0);
        for (var round = 0; round < Applications; round++)
        {
            var app = new RandomApp(random);
            var model = Planner.Model(new(app.Graph, new([YamlLines.Write(app.Lines).File]), CapabilityCatalogue.All.Planning));
            if (model.Choices.Any(choice => choice.Options.Count == 0))
            {
                continue;
            }

            var problem = PlanProblem.Of(model, Weigh, facility => facility.Cost.Expected.Micro);
            var trimmed = OptimumSearch.Run(problem.Problem, CancellationToken.None);
            var whole = OptimumSearch.Run(Whole(model), CancellationToken.None);

            Assert.Equal(whole?.Options, trimmed is null ? null : problem.OptionsOf(trimmed));
            Assert.Equal(whole?.Cost, trimmed?.Cost);
            solved += whole is null ? 0 : 1;
            all += model.Choices.Sum(choice => choice.Options.Count);
            kept += problem.Problem.Choices.Items.Sum(choice => choice.Options.Count);

            long Weigh(int choice, PlanOption option) => option.Cost.Micro + model.Premium(choice, option).Micro;
        }

        output.WriteLine($"{solved} optima compared; of {all} options {kept} were weighed");
        Assert.InRange(solved, Applications / 10, Applications);
        Assert.InRange(kept, 1, all - 1);
    }

    /// <summary>Every option, a rule for every pair of options that asks for one, and every limit.</summary>
    private static Problem Whole(PlanModel model)
    {
        var facilities = model.Pairs.Facilities.Select(facility => facility.Id).ToList();
        return new(
            model.Choices.Select((choice, index) => new Choice(choice.Options.Select(option => new Option(
                option.Cost.Micro + model.Premium(index, option).Micro,
                option.Variant.Facilities.Items.Select(facility => facilities.IndexOf(facility)).Order().ToEquatableArray())).ToEquatableArray())).ToEquatableArray(),
            model.Pairs.Facilities.Select(facility => facility.Cost.Expected.Micro).ToEquatableArray(),
            Rules(model, facilities).ToEquatableArray(),
            model.Paths.Select(path => new SumLimit(
                path.Choices.Items.SelectMany(choice => model.Choices[choice].Options.Select((option, index) => new SumTerm(new(choice, index), path.Amount(option)))).ToEquatableArray(),
                path.Most)).ToEquatableArray());
    }

    private static IEnumerable<PairRule> Rules(PlanModel model, List<FacilityId> facilities)
    {
        var indexes = model.Choices.Select((choice, index) => (choice.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        return
            from pair in NeighbourPair.Of(model.Ground.Graph)
            where indexes.ContainsKey(pair.First) && indexes.ContainsKey(pair.Second)
            let first = model.Choices[indexes[pair.First]]
            let second = model.Choices[indexes[pair.Second]]
            from one in Enumerable.Range(0, first.Options.Count)
            from other in Enumerable.Range(0, second.Options.Count)
            from need in NeighbourPair.Needs(
                new(first.Node, first.Options[one].Candidate, first.Options[one].Profile, pair.Edge),
                new(second.Node, second.Options[other].Candidate, second.Options[other].Profile, pair.Edge))
            select new PairRule(new(indexes[pair.First], one), new(indexes[pair.Second], other), need.Facility is { } facility ? facilities.IndexOf(facility) : null);
    }
}
