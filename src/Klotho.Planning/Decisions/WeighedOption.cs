using Klotho.Planning.Choices;

namespace Klotho.Planning.Decisions;

/// <summary>An option that was not taken, and what taking it would change.</summary>
internal sealed record WeighedOption(PlanOption Option, PlanOption Taken, OptionSwap Change)
{
    /// <summary>Whether it could be taken with all else as it is.</summary>
    public bool IsPossible => Option.IsAllowed && Change.IsPossible;

    /// <summary>Whether the planner would have taken it, had nothing stood against it.</summary>
    public bool IsBetter => Option.Emitted != Taken.Emitted ? Option.Emitted
        : (Change.Cost + Change.Premium).Micro is var difference && (difference < 0 || (difference == 0 && Option.Order < Taken.Order));

    public bool IsOfSameType => Option.Candidate == Taken.Candidate;
}
