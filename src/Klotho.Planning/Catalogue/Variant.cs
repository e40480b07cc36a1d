using Klotho.Analysis.Collections;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Catalogue;

/// <summary>
/// One way in which a candidate can host one node: the parameters that make this way, and what follows from them. The
/// planner chooses among the variants of all of a capability's candidates.
/// </summary>
/// <param name="Type">The candidate.</param>
/// <param name="Parameters">The values that differ from what the parameters would be otherwise, sorted by name.</param>
/// <param name="Traits">What it gives, for requirements to judge.</param>
/// <param name="Cost">What this node alone costs; what is shared is in <paramref name="Facilities"/>.</param>
/// <param name="Facilities">What it needs one of, however many nodes need it, sorted.</param>
public sealed record Variant(
    CandidateType Type,
    EquatableArray<VariantParameter> Parameters,
    Traits Traits,
    CostEstimate Cost,
    EquatableArray<FacilityId> Facilities)
{
    /// <summary>
    /// Half a line that says why nobody gets it for its price alone, but only where a directive names the type or nothing else does
    /// what is asked; null for what may be taken freely.
    /// </summary>
    public string? Reservation { get; init; }

    /// <summary>Half a line that says what the code asks of the node and this cannot do; null where it can all of it. No line of klotho.yaml lifts it.</summary>
    public string? Refusal { get; init; }

    /// <summary>What neighbours see of it.</summary>
    public HostProfile Profile => new(Type, Traits.Portability, Traits.Network, Traits.MaxPayload, Facilities);
}
