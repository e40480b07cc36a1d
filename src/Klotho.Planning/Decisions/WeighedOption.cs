using Klotho.Planning.Choices;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Decisions;

/// <summary>An option that was not taken, and what taking it would change.</summary>
internal sealed record WeighedOption(PlanOption Option, PlanOption Taken, OptionSwap Change)
{
    /// <summary>Whether it could be taken with all else as it is.</summary>
    public bool IsPossible => Option.IsAllowed && Change.IsPossible;

    /// <summary>Whether the planner would have taken it, had nothing stood against it.</summary>
    public bool IsBetter => Option.Emitted != Taken.Emitted ? Option.Emitted
        : (Change.Cost + Change.Premium).Micro is var difference && (difference < 0 || (difference == 0 && Option.Order < Taken.Order));

    /// <summary>What speaks against it besides its price and the lock.</summary>
    /// <remarks>What the lock adds is far more than all else, which is why half of it tells whether it is in there.</remarks>
    public Money PremiumWithoutLock => Change.Premium.Micro > PlanWeights.Held.Micro / 2 && Option.Emitted == Taken.Emitted ? Change.Premium - PlanWeights.Held : Change.Premium;

    /// <summary>Whether it would have been taken, had there been no lock.</summary>
    public bool IsBetterWithoutLock => Option.Emitted != Taken.Emitted ? Option.Emitted
        : (Change.Cost + PremiumWithoutLock).Micro is var difference && (difference < 0 || (difference == 0 && Option.Order < Taken.Order));

    public bool IsOfSameType => Option.Candidate == Taken.Candidate;
}
