using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Planning.Configuration;
using Klotho.Planning.Plans;

namespace Klotho.Planning;

/// <summary>The plan (null with an error among the diagnostics), the effective configuration, and what is wrong.</summary>
public sealed record PlanResult(
    Plan? Plan,
    EquatableArray<EffectiveEntry> Configuration,
    EquatableArray<KlothoDiagnostic> Diagnostics);
