using System.Globalization;
using Klotho.Analysis.Graph;
using Klotho.Planning.Choices;
using Klotho.Planning.Costs;

namespace Klotho.Planning.Explanations;

/// <summary>
/// Finds what would change how a node is hosted, by trying: more and less traffic with all else as it is, and each line that
/// has to do with the node left out, with everything planned anew.
/// </summary>
internal sealed class ChangeSearch(PlanModel model)
{
    /// <summary>Up to a thousand times more or less: beyond that nothing else would stay as it is.</summary>
    private const int Doublings = 10;

    private const int Halvings = 7;

    private readonly TakenPlan? taken = PlanSearch.Run(model);

    public IEnumerable<ExplanationFact> For(NodeId node)
    {
        var choice = model.Choices.ToList().FindIndex(known => known.Id == node);
        return choice < 0 || taken is null ? [] : Traffic(taken, choice).Concat(Lines(taken, choice));
    }

    private IEnumerable<ExplanationFact> Traffic(TakenPlan plan, int choice)
    {
        foreach (var (factor, word) in new[] { (2m, "above"), (0.5m, "below") })
        {
            var (reached, other) = (1m, (PlanOption?)null);
            for (var step = 0; step < Doublings && other is null; step++)
            {
                (var before, reached) = (reached, reached * factor);
                other = Other(plan, choice, reached);
                if (other is not null)
                {
                    reached = Edge(plan, choice, before, reached, other);
                }
            }

            if (other is not null)
            {
                yield return new($"{other.Candidate.Type}", $"{word} {Rounded(plan, choice, reached)} on average, with the peak in proportion", "", FactPlaces.None);
            }
        }
    }

    /// <summary>What would be taken with that many times the traffic, where it is of another type.</summary>
    private PlanOption? Other(TakenPlan plan, int choice, decimal factor)
    {
        var known = model.Choices[choice];
        var demand = known.Demand with { Average = new(known.Demand.Average.PerSecond * factor), Peak = new(known.Demand.Peak.PerSecond * factor) };
        var best = model.Builder.Build(known.Node, known.Capability, demand).Options
            .Select(option => (Option: option, Change: plan.With(choice, option)))
            .Where(weighed => weighed.Change.IsPossible)
            .OrderByDescending(weighed => weighed.Option.Emitted)
            .ThenBy(weighed => weighed.Change.Cost + weighed.Change.Premium)
            .ThenBy(weighed => weighed.Option.Order)
            .Select(weighed => weighed.Option)
            .FirstOrDefault();
        return best?.Candidate == plan.Option(choice).Candidate ? null : best;
    }

    private decimal Edge(TakenPlan plan, int choice, decimal same, decimal different, PlanOption other)
    {
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (same + different) / 2;
            if (Other(plan, choice, middle)?.Candidate == other.Candidate)
            {
                different = middle;
            }
            else
            {
                same = middle;
            }
        }

        return different;
    }

    private string Rounded(TakenPlan plan, int choice, decimal factor) =>
        $"{(model.Choices[choice].Demand.Average.PerSecond * factor).ToString("0.##", CultureInfo.InvariantCulture)} rps";

    /// <summary>Lines for the whole application and for the node; what others say changes this node through what they share only.</summary>
    private IEnumerable<ExplanationFact> Lines(TakenPlan plan, int choice)
    {
        var own = model.Choices[choice];
        foreach (var line in model.Lines.Each().Where(line => Concerns(line, own)))
        {
            var without = PlanSearch.Run(PlanModel.Of(model.Ground, model.Lines.Without(line)));
            if (without is not null && without.Option(choice).Candidate != plan.Option(choice).Candidate)
            {
                yield return new(
                    $"{without.Option(choice).Candidate.Type}", $"without `{line.Text}`", CostText.Difference(without.Cost - plan.Cost), FactPlaces.Of(line.Location));
            }
        }
    }

    private static bool Concerns(PlanLine line, PlanChoice choice) => line switch
    {
        PlanLine.Asked { Requirement: var requirement } => requirement.Scope is null || requirement.Scope == choice.Id,
        PlanLine.Directed { Setting: var setting } => setting.Path.StartsWith($"{string.Join('.', choice.Capability.Section)}.{choice.Id.Name}.", StringComparison.Ordinal)
            || setting.Path.StartsWith($"defaults.{string.Join('.', choice.Capability.Section)}.", StringComparison.Ordinal),
        PlanLine.Locked { Node: var node } => node.Id == choice.Id,
        _ => false,
    };
}
