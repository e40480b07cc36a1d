using Klotho.Analysis.Graph;

namespace Klotho.Planning.Plans;

/// <summary>One thing that led to a decision: what it is, as a clause, and where it is written (null for what is written nowhere).</summary>
public sealed record Cause(CauseKind Kind, string Statement, SourceLocation? Location);
