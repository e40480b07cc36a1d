using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis;

/// <summary>The graph and what is wrong with the code; with an error among the diagnostics the graph is incomplete.</summary>
public sealed record AnalysisResult(CapabilityGraph Graph, EquatableArray<KlothoDiagnostic> Diagnostics)
{
    /// <summary>Whether code was read in which the compiler finds errors, so that more may happen there than is known.</summary>
    public bool HasReadErrors { get; init; }
}
