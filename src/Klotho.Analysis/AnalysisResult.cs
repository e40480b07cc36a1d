using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis;

/// <summary>The graph and what is wrong with the code; with an error among the diagnostics the graph is incomplete.</summary>
public sealed record AnalysisResult(CapabilityGraph Graph, EquatableArray<KlothoDiagnostic> Diagnostics);
