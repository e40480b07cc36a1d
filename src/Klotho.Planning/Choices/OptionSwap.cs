using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Choices;

/// <summary>What comes of taking another option for one node, all else as it is.</summary>
/// <param name="Cost">What the whole plan costs more, shared facilities included.</param>
/// <param name="Premium">What speaks against it besides its price, compared with what is taken.</param>
/// <param name="Forbidden">The neighbours beside which it cannot stand, and why.</param>
/// <param name="Slow">The lines about latency that it breaks, with the latency it gives.</param>
internal sealed record OptionSwap(
    Money Cost, Money Premium, IReadOnlyList<(NodeId Neighbour, PairNeed Need)> Forbidden, IReadOnlyList<(LatencyRequirement Requirement, Duration Gives)> Slow)
{
    public bool IsPossible => Forbidden.Count == 0 && Slow.Count == 0;
}
