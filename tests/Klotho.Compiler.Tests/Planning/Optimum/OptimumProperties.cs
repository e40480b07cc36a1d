using Klotho.Analysis.Collections;
using Klotho.Planning.Optimum;

namespace Klotho.Compiler.Tests.Planning.Optimum;

/// <summary>Thousands of small problems; a failure names the seed of the one that failed.</summary>
public sealed class OptimumProperties
{
    /// <summary>No merge at all, hardly any, and as many as the planner allows: the answer is the same, the way to it is not.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(6, 4_000)]
    [InlineData(4096, 8_000)]
    public void Search_finds_what_brute_force_finds(int largestMerge, int first)
    {
        var solvable = 0;
        for (var seed = first; seed < first + 4_000; seed++)
        {
            var problem = RandomProblem.Of(seed);
            var expected = BruteForce.Run(problem);
            var found = OptimumSearch.Run(problem, largestMerge, CancellationToken.None);
            Assert.True(expected == found, $"Seed {seed}: brute force finds {Text(expected)}, the search {Text(found)}.");
            solvable += expected is null ? 0 : 1;
        }

        // Both outcomes are really met.
        Assert.InRange(solvable, 1_000, 3_000);
    }

    [Fact]
    public void Choices_that_nothing_connects_never_change_each_other()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var (one, other) = (RandomProblem.Of(seed), RandomProblem.Of(seed + 20_000));
            var (first, second) = (OptimumSearch.Run(one, CancellationToken.None), OptimumSearch.Run(other, CancellationToken.None));
            var both = OptimumSearch.Run(SideBySide(one, other), CancellationToken.None);
            Assert.True(both is null == (first is null || second is null), $"Seed {seed}.");
            if (both is not null && first is not null && second is not null)
            {
                Assert.True(both.Options == first.Options.Items.Concat(second.Options.Items).ToEquatableArray(), $"Seed {seed}.");
                Assert.True(both.Cost == first.Cost + second.Cost, $"Seed {seed}.");
            }
        }
    }

    [Fact]
    public void Order_of_facilities_rules_and_limits_does_not_matter()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var problem = RandomProblem.Of(seed);
            var turned = Turned(problem, new Random(seed));
            var (expected, found) = (OptimumSearch.Run(problem, CancellationToken.None), OptimumSearch.Run(turned, CancellationToken.None));
            Assert.True(expected?.Options == found?.Options && expected?.Cost == found?.Cost, $"Seed {seed}: {Text(expected)} became {Text(found)}.");
        }
    }

    [Fact]
    public void Another_rule_or_limit_never_makes_it_cheaper()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var problem = RandomProblem.Of(seed);
            var freer = problem with
            {
                Pairs = problem.Pairs.Items.Skip(1).ToEquatableArray(),
                Limits = problem.Limits.Items.Skip(1).ToEquatableArray(),
            };
            if (OptimumSearch.Run(problem, CancellationToken.None) is { } found)
            {
                Assert.True(OptimumSearch.Run(freer, CancellationToken.None)?.Cost <= found.Cost, $"Seed {seed}.");
            }
        }
    }

    private static Problem SideBySide(Problem one, Problem other)
    {
        var (choices, facilities) = (one.Choices.Count, one.Facilities.Count);
        return new(
            one.Choices.Items.Concat(other.Choices.Items.Select(choice => new Choice(choice.Options.Items.Select(option =>
                option with { Facilities = option.Facilities.Items.Select(facility => facility + facilities).ToEquatableArray() }).ToEquatableArray()))).ToEquatableArray(),
            one.Facilities.Items.Concat(other.Facilities.Items).ToEquatableArray(),
            one.Pairs.Items.Concat(other.Pairs.Items.Select(pair => new PairRule(Moved(pair.First), Moved(pair.Second), pair.Facility + facilities))).ToEquatableArray(),
            one.Limits.Items.Concat(other.Limits.Items.Select(limit =>
                limit with { Terms = limit.Terms.Items.Select(term => term with { Option = Moved(term.Option) }).ToEquatableArray() })).ToEquatableArray());

        OptionRef Moved(OptionRef option) => option with { Choice = option.Choice + choices };
    }

    private static Problem Turned(Problem problem, Random random)
    {
        var places = Enumerable.Range(0, problem.Facilities.Count).ToArray();
        random.Shuffle(places);
        return new(
            problem.Choices.Items.Select(choice => new Choice(choice.Options.Items.Select(option =>
                option with { Facilities = option.Facilities.Items.Select(facility => places[facility]).ToEquatableArray() }).ToEquatableArray())).ToEquatableArray(),
            Enumerable.Range(0, places.Length).Select(place => problem.Facilities[Array.IndexOf(places, place)]).ToEquatableArray(),
            problem.Pairs.Items.Reverse().Select(pair => new PairRule(pair.Second, pair.First, pair.Facility is { } facility ? places[facility] : null)).ToEquatableArray(),
            problem.Limits.Items.Reverse().ToEquatableArray());
    }

    private static string Text(Solution? solution) =>
        solution is null ? "nothing" : $"[{string.Join(' ', solution.Options.Items)}] for {solution.Cost}";
}
