using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Fixes;

/// <summary>A rule whose mistakes no single edit mends.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Reason">Why not, as a sentence.</param>
internal sealed record UnfixedRule(DiagnosticRule Rule, string Reason);
