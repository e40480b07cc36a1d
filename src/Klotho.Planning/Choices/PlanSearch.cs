using Klotho.Planning.Costs;
using Klotho.Planning.Optimum;

namespace Klotho.Planning.Choices;

/// <summary>
/// Finds the plan to take: the one that costs least, near-ties decided by <see cref="PlanWeights"/>. Where that breaks the
/// budget, prices alone decide, first among what can be emitted.
/// </summary>
internal static class PlanSearch
{
    private const int MostTried = 30;

    public static TakenPlan? Run(PlanModel model)
    {
        if (model.Choices.Any(choice => choice.Options.Count == 0))
        {
            return null;
        }

        return Preferred(model.Emitted()) ?? Preferred(model) ?? WithinBudget(model);
    }

    private static TakenPlan? Preferred(PlanModel model) =>
        Taken(model, (choice, option) => option.Cost.Micro + model.Premium(choice, option).Micro + Penalty(option))
        ?? (model.Budget is null ? null : Taken(model, (_, option) => option.Cost.Micro + PlanOption.Reserve(option.Variant) + Penalty(option)));

    /// <summary>Whether any plan obeys all lines.</summary>
    public static bool IsSatisfiable(PlanModel model) =>
        model.Choices.All(choice => choice.Options.Count > 0) &&
        (NothingIsShared(model) || Taken(model, (_, option) => option.Cost.Micro) is not null);

    /// <summary>The plan that minds nothing but what <paramref name="weigh"/> says, within all that is forbidden; the budget is not minded.</summary>
    public static TakenPlan? Least(PlanModel model, Func<int, PlanOption, long> weigh, Func<Facility, long> weighFacility)
    {
        if (model.Choices.Any(choice => choice.Options.Count == 0))
        {
            return null;
        }

        var problem = PlanProblem.Of(model, weigh, weighFacility);
        return OptimumSearch.Run(problem.Problem, CancellationToken.None) is { } solution ? new(model, problem.OptionsOf(solution)) : null;
    }

    /// <summary>Where the budget leaves no plan that can be emitted: node by node, what can be emitted is kept as far as the budget reaches.</summary>
    private static TakenPlan? WithinBudget(PlanModel model)
    {
        var emitted = new HashSet<int>();
        var best = Taken(model, (_, option) => option.Cost.Micro);
        for (var choice = 0; best is not null && choice < model.Choices.Count && emitted.Count < MostTried; choice++)
        {
            if (!best.Option(choice).Emitted && model.Choices[choice].Options.Any(option => option.Emitted))
            {
                emitted.Add(choice);
                var tried = Taken(model, (index, option) => option.Cost.Micro + (emitted.Contains(index) ? Penalty(option) : 0));
                if (tried is null || !tried.Option(choice).Emitted)
                {
                    emitted.Remove(choice);
                }
                else
                {
                    best = tried;
                }
            }
        }

        return best;
    }

    private static TakenPlan? Taken(PlanModel model, Func<int, PlanOption, long> weigh) =>
        Least(model, weigh, facility => facility.Cost.Expected.Micro) is { } found && (model.Budget is not { } budget || found.Cost <= budget.Most) ? found : null;

    private static bool NothingIsShared(PlanModel model) =>
        model.Budget is null && model.Paths.Count == 0 && !model.Pairs.Forbids;

    /// <summary>Where a directive or the lock names it, nothing else is there to be preferred.</summary>
    private static long Penalty(PlanOption option) => option.Emitted ? 0 : PlanWeights.NotEmitted.Micro;
}
