namespace Klotho.Planning.Plans;

/// <summary>A candidate that could host the node but was not chosen, and why.</summary>
public sealed record RejectedAlternative(CandidateType Type, string Reason);
