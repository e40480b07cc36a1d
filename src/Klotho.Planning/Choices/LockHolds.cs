using Klotho.Planning.Costs;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Choices;

/// <summary>
/// Which locked types stay: those that no other type undercuts by <see cref="PlanWeights.Switching"/>, if the node alone had to pay for
/// all that it would share. So nothing that happens to other nodes moves it; what it asks for itself, and its own traffic, can.
/// </summary>
internal sealed class LockHolds
{
    private readonly PlanGround ground;
    private readonly IReadOnlyList<PlanChoice> choices;
    private readonly PairTable pairs;
    private readonly bool[] held;

    public LockHolds(PlanGround ground, IReadOnlyList<PlanChoice> choices, PairTable pairs)
    {
        this.ground = ground;
        this.choices = choices;
        this.pairs = pairs;
        held = [.. choices.Select((choice, index) => choice.Locked is not null && IsHeld(index))];
    }

    /// <summary>What the lock has against an option.</summary>
    public Money Against(int choice, PlanOption option) =>
        held[choice] && choices[choice].Locked is { } locked && locked.Type != option.Candidate.Type ? PlanWeights.Held : Money.Zero;

    private bool IsHeld(int choice)
    {
        var locked = choices[choice].Locked;
        var own = choices[choice].Options.Where(option => option.Candidate.Type == locked?.Type).Select(option => Alone(choice, option)).ToList();
        var others = choices[choice].Options.Where(option => option.Candidate.Type != locked?.Type && option.Emitted).Select(option => Alone(choice, option)).ToList();
        return own.Count > 0 && (others.Count == 0 || own.Min() - others.Min() < PlanWeights.Switching);
    }

    /// <summary>The price with everything that it may share, beside whatever its neighbours may be.</summary>
    private Money Alone(int choice, PlanOption option) => option.Variant.Facilities.Items
        .Concat(pairs.PossibleNeedsOf(choice, option).Select(need => need.Facility).OfType<FacilityId>())
        .Distinct()
        .Aggregate(option.Cost + option.Premium, (sum, facility) => sum + ground.Find(facility).Cost.Expected);
}
