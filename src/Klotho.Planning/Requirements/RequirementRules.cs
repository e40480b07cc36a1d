using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Requirements;

/// <summary>What can be wrong with requirements before anything is planned.</summary>
public static class RequirementRules
{
    public static readonly DiagnosticRule Meaningless = new(
        new("KL2024"), Severity.Error, "Requirement that means nothing there",
        "`{0}` means nothing for {1}. {2}");

    public static readonly DiagnosticRule OutOfOrder = new(
        new("KL2025"), Severity.Error, "Requirements out of order",
        "`{0}` is {1}, above `{2}`, which is {3}. Lower the first or raise the second.");

    public static readonly DiagnosticRule RegionContradicts = new(
        new("KL2026"), Severity.Error, "Region contradicts a requirement",
        "`{0}` is `{1}`, but `{2}` asks for `{3}`. {4}");

    public static readonly EquatableArray<DiagnosticRule> All = new([Meaningless, OutOfOrder, RegionContradicts]);
}
