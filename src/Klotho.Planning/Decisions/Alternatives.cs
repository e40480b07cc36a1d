using Klotho.Planning.Catalogue;
using Klotho.Planning.Choices;

namespace Klotho.Planning.Decisions;

/// <summary>Every option of one node that was not taken, weighed with all else as it is.</summary>
internal sealed class Alternatives
{
    public Alternatives(TakenPlan plan, int choice)
    {
        Choice = plan.Model.Choices[choice];
        Taken = plan.Option(choice);
        Weighed = [.. Choice.Options.Concat(Choice.Excluded)
            .Where(option => option.Order != Taken.Order)
            .OrderBy(option => option.Order)
            .Select(option => new WeighedOption(option, Taken, plan.With(choice, option)))];
    }

    public PlanChoice Choice { get; }

    public PlanOption Taken { get; }

    public IReadOnlyList<WeighedOption> Weighed { get; }

    /// <summary>What the planner would have taken, had nothing stood against it, not even the lock: other types, or other sizes of the same type.</summary>
    public IEnumerable<WeighedOption> Better(bool ofSameType) => Weighed.Where(option => option.IsBetterWithoutLock && option.IsOfSameType == ofSameType)
        .GroupBy(option => ofSameType ? option.Option.Order : -1 - Choice.Capability.Candidates.Items.IndexOf(option.Option.Candidate))
        .Select(Least)
        .OfType<WeighedOption>();

    /// <summary>The option that speaks for a type: one that could be taken, else the one with the least against it; the cheapest of these.</summary>
    public WeighedOption? Best(Candidate candidate) => Least(Weighed.Where(option => option.Option.Candidate == candidate));

    private static WeighedOption? Least(IEnumerable<WeighedOption> options) => options.MinBy(option => (
        option.IsPossible ? 0 : option.Option.IsAllowed ? 1 : 2,
        option.Option.Shortfalls.Count == 0 ? 0 : option.Option.Shortfalls.Items.Max(shortfall => shortfall.Gap),
        option.Change.Forbidden.Count + option.Change.Slow.Count,
        option.Change.Cost + option.Change.Premium,
        option.Option.Order));
}
