using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Costs;

namespace Klotho.Planning.Plans;

/// <summary>How one node is hosted. <paramref name="Reason"/> is half a line; <paramref name="Origin"/> says who decided.</summary>
public sealed record Decision(
    NodeId Node,
    CandidateType Type,
    EquatableArray<Parameter> Parameters,
    string Reason,
    Origin Origin,
    EquatableArray<RejectedAlternative> Rejected)
{
    /// <summary>What led to it, the weightiest first.</summary>
    public EquatableArray<Cause> Causes { get; init; }

    /// <summary>What this node alone costs; what it shares is in the plan's <see cref="Plan.Shared"/>.</summary>
    public CostEstimate Cost { get; init; } = CostEstimate.Nothing;

    /// <summary>What it shares with other nodes, sorted.</summary>
    public EquatableArray<FacilityId> Facilities { get; init; }

    /// <summary>The parameter with that name, where the chosen type has one.</summary>
    public Parameter? Parameter(string name) => Parameters.Items.FirstOrDefault(parameter => parameter.Name == name);
}
