using Klotho.Planning.Quantities;

namespace Klotho.Planning.Choices;

/// <summary>
/// What speaks for an option besides its price, in USD a month, so that near-ties are stable. These never count towards
/// a cost that is printed or required.
/// </summary>
internal static class PlanWeights
{
    /// <summary>
    /// What a type must save for each place that it stands behind in the catalogue, where the simpler types stand first:
    /// less than this is within the error of any estimate.
    /// </summary>
    public static readonly Money NearTie = Money.OfUsd(1m);

    /// <summary>
    /// What leaving a locked type must save, where the node alone would have to pay for everything that the other type shares:
    /// a change costs a deployment and somebody's attention, and what other nodes do is no reason for one.
    /// </summary>
    public static readonly Money Switching = Money.OfUsd(10m);

    /// <summary>What keeps a locked type where leaving it does not save enough: only what nothing else can satisfy outweighs it.</summary>
    public static readonly Money Held = Money.OfUsd(1_000_000m);

    /// <summary>More than any price saves: what a variant with a reservation would have to save.</summary>
    public static readonly Money Reserved = Money.OfUsd(250_000m);

    /// <summary>More than any plan costs: a type that cannot be emitted is taken only where nothing else will do.</summary>
    public static readonly Money NotEmitted = Money.OfUsd(100_000_000m);
}
