using Klotho.Analysis.Collections;
using Klotho.Planning.Optimum;

namespace Klotho.Compiler.Tests.Planning.Optimum;

public sealed class OptimumSearchTests
{
    [Fact]
    public void Empty_problem_costs_nothing()
    {
        var solution = Run(Of([], 7));
        Assert.Equal(Taken([], [], 0), solution);
    }

    [Fact]
    public void Choice_without_options_has_no_solution() => Assert.Null(Run(Of([Choice((1, [])), Choice()])));

    [Fact]
    public void Limit_below_zero_has_no_solution() => Assert.Null(Run(Of([Choice((1, []))]) with { Limits = Some(new SumLimit(Some<SumTerm>(), -1)) }));

    [Fact]
    public void Facility_is_counted_once()
    {
        var solution = Run(Of([Choice((10, []), (1, [0])), Choice((10, []), (1, [0]))], 15));
        Assert.Equal(Taken([1, 1], [0], 17), solution);
    }

    [Fact]
    public void Of_equal_costs_the_first_option_of_the_first_choice_wins()
    {
        var solution = Run(Of([Choice((0, []), (0, [])), Choice((0, []), (0, []))]) with { Pairs = Some(new PairRule(new(0, 0), new(1, 0), null)) });
        Assert.Equal(Taken([0, 1], [], 0), solution);
    }

    [Fact]
    public void Pair_pays_for_what_it_needs_together()
    {
        var problem = Of([Choice((0, []), (4, [])), Choice((0, []), (5, []))], 9) with { Pairs = Some(new PairRule(new(0, 0), new(1, 0), 0)) };
        Assert.Equal(Taken([1, 0], [], 4), Run(problem));
        Assert.Equal(Taken([0, 0], [0], 3), Run(problem with { Facilities = Some<long>(3) }));
    }

    [Fact]
    public void Largest_costs_do_not_overflow_on_the_way()
    {
        var half = long.MaxValue / 2;
        var problem = Of([Choice((long.MaxValue, []), (half, [0])), Choice((long.MaxValue, []), (half, [0]))], 1);
        Assert.Equal(Taken([1, 1], [0], long.MaxValue), Run(problem));
        Assert.Throws<OverflowException>(() => Run(problem with { Facilities = Some<long>(2) }));
    }

    [Fact]
    public void Largest_amounts_do_not_overflow_on_the_way()
    {
        var terms = Some<SumTerm>(
            new(new(0, 0), long.MaxValue), new(new(0, 0), long.MaxValue), new(new(0, 1), 1), new(new(1, 0), long.MaxValue), new(new(1, 1), long.MaxValue - 1));
        var problem = Of([Choice((0, []), (1, [])), Choice((0, []), (1, []))]) with { Limits = Some(new SumLimit(terms, long.MaxValue)) };
        Assert.Equal(Taken([1, 1], [], 2), Run(problem));
    }

    [Fact]
    public void Problem_that_means_nothing_is_refused()
    {
        var sound = Of([Choice((1, [0])), Choice((1, []))], 1);
        Problem[] unsound =
        [
            sound with { Facilities = Some<long>() },
            sound with { Facilities = Some<long>(-1) },
            sound with { Choices = Some(Choice((-1, []))) },
            sound with { Pairs = Some(new PairRule(new(0, 0), new(2, 0), null)) },
            sound with { Pairs = Some(new PairRule(new(0, 0), new(1, 1), null)) },
            sound with { Pairs = Some(new PairRule(new(0, 0), new(0, 0), null)) },
            sound with { Pairs = Some(new PairRule(new(0, 0), new(1, 0), 1)) },
            sound with { Limits = Some(new SumLimit(Some(new SumTerm(new(0, 0), -1)), 0)) },
        ];
        Assert.NotNull(Run(sound));
        Assert.All(unsound, problem => Assert.Throws<ArgumentException>(() => Run(problem)));
    }

    [Fact]
    public void Cancelled_search_ends() => Assert.Throws<OperationCanceledException>(
        () => OptimumSearch.Run(Of([Choice((1, []))]), new CancellationToken(true)));

    private static Solution? Run(Problem problem) => OptimumSearch.Run(problem, CancellationToken.None);

    private static Problem Of(Choice[] choices, params long[] facilities) =>
        new(Some(choices), Some(facilities), Some<PairRule>(), Some<SumLimit>());

    private static Solution Taken(int[] options, int[] facilities, long cost) => new(Some(options), Some(facilities), cost);

    private static EquatableArray<T> Some<T>(params T[] items) => items.ToEquatableArray();

    private static Choice Choice(params (long Cost, int[] Facilities)[] options) =>
        new(options.Select(option => new Option(option.Cost, option.Facilities.ToEquatableArray())).ToEquatableArray());
}
