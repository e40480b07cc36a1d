using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Plans;

/// <summary>A candidate that could host the node but was not chosen, and why, with the number that decided.</summary>
public sealed record RejectedAlternative(CandidateType Type, string Reason)
{
    public RejectionKind Kind { get; init; }

    /// <summary>What the whole plan would cost more with it, all else as it is (negative: less); null where it has no price here.</summary>
    public Money? Difference { get; init; }

    /// <summary>The lines that speak against it.</summary>
    public EquatableArray<SourceLocation> Locations { get; init; }
}
