using Klotho.Analysis.Collections;

namespace Klotho.Planning.Optimum;

/// <summary>
/// Finds the cheapest solution of a problem, exactly. Among solutions of equal cost it is the one that is first in
/// lexicographic order of the options taken: in the first choice in which two solutions differ, the lower option wins.
/// What is not connected with a choice can therefore never change what is taken for it.
/// </summary>
public static class OptimumSearch
{
    /// <summary>The largest merge of blocks (see docs/planning.md) that is quicker than trying one way after the other.</summary>
    private const int UsualMerge = 4096;

    /// <returns>The optimum, or null where nothing satisfies every rule and limit.</returns>
    /// <exception cref="ArgumentException">An index points nowhere, or a cost or an amount is negative.</exception>
    /// <exception cref="OverflowException">The cost of the optimum is above the largest <see cref="long"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled: the search is exact, so that a contrived problem can take long.</exception>
    public static Solution? Run(Problem problem, CancellationToken cancel) => Run(problem, UsualMerge, cancel);

    /// <inheritdoc cref="Run(Problem, CancellationToken)"/>
    /// <param name="problem">The problem.</param>
    /// <param name="largestMerge">How many pairs of ways one merge may look at. It decides on time and memory, never on the answer.</param>
    /// <param name="cancel">Ends the search.</param>
    public static Solution? Run(Problem problem, int largestMerge, CancellationToken cancel)
    {
        ProblemCheck.Run(problem);
        if (problem.Limits.Items.Any(limit => limit.Most < 0))
        {
            return null;
        }

        var options = new int[problem.Choices.Count];
        foreach (var part in ProblemPart.Split(problem))
        {
            var table = ProblemTable.Of(part.Problem);
            if (new FacilitySearch(table, new(largestMerge, cancel), cancel).Run() is not { } numbers)
            {
                return null;
            }

            for (var choice = 0; choice < numbers.Length; choice++)
            {
                options[part.Choices[choice]] = numbers[choice] - table.First[choice];
            }
        }

        var facilities = NeededFacilities(problem, options);
        return new(options.ToEquatableArray(), facilities.ToEquatableArray(), Cost(problem, options, facilities));
    }

    private static int[] NeededFacilities(Problem problem, int[] options)
    {
        var byOption = problem.Choices.Items.SelectMany((choice, index) => choice.Options[options[index]].Facilities.Items);
        var byPair = problem.Pairs.Items.Where(pair => Taken(pair.First) && Taken(pair.Second)).Select(pair => pair.Facility).OfType<int>();
        return byOption.Concat(byPair).Distinct().Order().ToArray();

        bool Taken(OptionRef option) => options[option.Choice] == option.Option;
    }

    private static long Cost(Problem problem, int[] options, int[] facilities)
    {
        var total = Int128.Zero;
        for (var choice = 0; choice < options.Length; choice++)
        {
            total += problem.Choices[choice].Options[options[choice]].Cost;
        }

        foreach (var facility in facilities)
        {
            total += problem.Facilities[facility];
        }

        return checked((long)total);
    }
}
