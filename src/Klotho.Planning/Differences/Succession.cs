using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>A plan as the successor of a locked one.</summary>
/// <param name="Lock">The lock to write once the plan is compiled.</param>
/// <param name="Differences">What changes, with locations.</param>
/// <param name="Acceptable">The changes that may be accepted.</param>
/// <param name="Diagnostics">What is refused until it is accepted, and acceptances that nothing needs.</param>
public sealed record Succession(
    PlanLock Lock, PlanDifferences Differences, EquatableArray<ChangeId> Acceptable, EquatableArray<KlothoDiagnostic> Diagnostics);
