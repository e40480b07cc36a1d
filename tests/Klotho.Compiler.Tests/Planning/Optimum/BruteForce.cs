using Klotho.Analysis.Collections;
using Klotho.Planning.Optimum;

namespace Klotho.Compiler.Tests.Planning.Optimum;

/// <summary>Tries every assignment in lexicographic order and keeps the first of the cheapest. It shares nothing with the search but the records.</summary>
internal static class BruteForce
{
    public static Solution? Run(Problem problem)
    {
        Solution? best = null;
        foreach (var options in Assignments(problem))
        {
            if (Price(problem, options) is { } found && (best is null || found.Cost < best.Cost))
            {
                best = found;
            }
        }

        return best;
    }

    /// <returns>What these options cost and need, or null where they break a rule or a limit.</returns>
    public static Solution? Price(Problem problem, int[] options)
    {
        var broken = problem.Pairs.Items.Any(pair => Both(pair) && pair.Facility is null)
            || problem.Limits.Items.Any(limit => limit.Terms.Items.Where(term => Taken(term.Option)).Aggregate(Int128.Zero, (sum, term) => sum + term.Amount) > limit.Most);
        if (broken)
        {
            return null;
        }

        var facilities = new SortedSet<int>(options.SelectMany((option, choice) => problem.Choices[choice].Options[option].Facilities.Items));
        facilities.UnionWith(problem.Pairs.Items.Where(Both).Select(pair => pair.Facility ?? -1));
        var cost = options.Select((option, choice) => problem.Choices[choice].Options[option].Cost)
            .Concat(facilities.Select(facility => problem.Facilities[facility])).Aggregate(0L, (sum, one) => checked(sum + one));
        return new(options.ToEquatableArray(), facilities.ToEquatableArray(), cost);

        bool Both(PairRule pair) => Taken(pair.First) && Taken(pair.Second);
        bool Taken(OptionRef option) => options[option.Choice] == option.Option;
    }

    private static IEnumerable<int[]> Assignments(Problem problem)
    {
        if (problem.Choices.Items.Any(choice => choice.Options.Count == 0))
        {
            yield break;
        }

        var options = new int[problem.Choices.Count];
        while (true)
        {
            yield return (int[])options.Clone();
            var last = options.Length - 1;
            while (last >= 0 && ++options[last] == problem.Choices[last].Options.Count)
            {
                options[last--] = 0;
            }

            if (last < 0)
            {
                yield break;
            }
        }
    }
}
