namespace Klotho.Planning.Optimum;

/// <summary>Refuses a problem that means nothing. It is a bug of the caller, not a mistake of a user.</summary>
internal static class ProblemCheck
{
    public static void Run(Problem problem)
    {
        foreach (var choice in problem.Choices)
        {
            foreach (var option in choice.Options)
            {
                Require(option.Cost >= 0, "An option's cost is negative.");
                foreach (var facility in option.Facilities)
                {
                    RequireFacility(problem, facility);
                }
            }
        }

        foreach (var cost in problem.Facilities)
        {
            Require(cost >= 0, "A facility's cost is negative.");
        }

        foreach (var pair in problem.Pairs)
        {
            RequireOption(problem, pair.First);
            RequireOption(problem, pair.Second);
            Require(pair.First.Choice != pair.Second.Choice, "A pair rule joins two options of one choice.");
            if (pair.Facility is { } facility)
            {
                RequireFacility(problem, facility);
            }
        }

        foreach (var term in problem.Limits.Items.SelectMany(limit => limit.Terms.Items))
        {
            RequireOption(problem, term.Option);
            Require(term.Amount >= 0, "An amount is negative.");
        }
    }

    private static void RequireFacility(Problem problem, int facility) =>
        Require(facility >= 0 && facility < problem.Facilities.Count, "A facility does not exist.");

    private static void RequireOption(Problem problem, OptionRef option) => Require(
        option.Choice >= 0 && option.Choice < problem.Choices.Count
            && option.Option >= 0 && option.Option < problem.Choices[option.Choice].Options.Count,
        "An option does not exist.");

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise, nameof(holds));
        }
    }
}
