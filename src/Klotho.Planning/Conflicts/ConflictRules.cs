using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Conflicts;

/// <summary>Lines that no plan can obey together. Each names all of them, and the nearest plan that would work.</summary>
public static class ConflictRules
{
    public static readonly DiagnosticRule Unmeetable = new(
        new("KL2040"), Severity.Error, "Requirement that nothing meets",
        "No plan meets {0}{1}. The nearest plan that works: {2}.");

    public static readonly DiagnosticRule RequirementsConflict = new(
        new("KL2041"), Severity.Error, "Requirements that contradict each other",
        "No plan meets {0} together{1}. The nearest plan that works: {2}.");

    public static readonly DiagnosticRule DirectiveAgainstRequirement = new(
        new("KL2042"), Severity.Error, "Directive that contradicts a requirement",
        "No plan obeys {0} together{1}. The nearest plan that works: {2}.");

    public static readonly DiagnosticRule Unfollowable = new(
        new("KL2043"), Severity.Error, "Directives that no plan can follow",
        "No plan obeys {0}{1}. The nearest plan that works: {2}.");

    public static readonly DiagnosticRule LockConflict = new(
        new("KL2044"), Severity.Error, "Data that would have to move",
        "No plan obeys {0} together{1}. The nearest plan that works: {2}.");

    public static readonly DiagnosticRule NotEmitted = new(
        new("KL2045"), Severity.Warning, "Type that cannot be emitted yet",
        "`{0}` is planned as `{1}`, because nothing that this version can emit does what is asked ({2}). Until it can, `klotho compile` refuses the plan.");

    public static readonly EquatableArray<DiagnosticRule> All =
        new([Unmeetable, RequirementsConflict, DirectiveAgainstRequirement, Unfollowable, LockConflict, NotEmitted]);

    /// <summary>No plan at all, though each line is right: the command line has an exit code of its own for these.</summary>
    public static readonly EquatableArray<DiagnosticRule> Infeasible =
        new([Unmeetable, RequirementsConflict, DirectiveAgainstRequirement, Unfollowable, LockConflict]);
}
