using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Locking;

/// <summary>What can be wrong with the lock file itself.</summary>
public static class LockRules
{
    public static readonly DiagnosticRule NoJson = Error("KL2070", "The lock is no JSON",
        "`{0}` cannot be read: {1} Take back its last committed version (`git checkout -- {0}`), then compile.");

    public static readonly DiagnosticRule Unmerged = Error("KL2071", "The lock holds an unresolved merge",
        "`{0}` holds the marks of a merge. Keep the entries of both sides, remove the marks (of `digest` and `cost` either line will do), then compile.");

    public static readonly DiagnosticRule OtherVersion = Error("KL2072", "The lock was written by another version of klotho",
        "`{0}` has the version {1}, and this klotho reads version {2}. Update klotho, or use the one that the lock was written by.");

    public static readonly DiagnosticRule Damaged = Error("KL2073", "The lock holds something else than klotho writes",
        "{0} in `{1}`. Mend that entry, or take back the last committed version (`git checkout -- {1}`), then compile.");

    public static readonly EquatableArray<DiagnosticRule> All = new([NoJson, Unmerged, OtherVersion, Damaged]);

    private static DiagnosticRule Error(string code, string title, string message) => new(new(code), Severity.Error, title, message);
}
