using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Locking;

/// <summary>What a lock file says (null with an error among the diagnostics), where each entry stands, and what is wrong with it.</summary>
public sealed record LockReading(PlanLock? Lock, LockPlaces Places, EquatableArray<KlothoDiagnostic> Diagnostics)
{
    /// <summary>There is no file: the application has not been compiled yet.</summary>
    public static readonly LockReading None = new(PlanLock.Empty, LockPlaces.Nowhere, EquatableArray<KlothoDiagnostic>.Empty);
}
