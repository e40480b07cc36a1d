using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Capabilities.Sensitive;

/// <summary>Rules of members that are shown nowhere.</summary>
public static class SensitiveRules
{
    public static readonly DiagnosticRule HidesNothing = new(new("KL1027"), Severity.Warning, "Sensitive member that is not written",
        "[Sensitive] on '{0}' hides nothing: it {1}. Put it on a property that System.Text.Json writes, or remove it.");

    public static readonly EquatableArray<DiagnosticRule> All = new([HidesNothing]);
}
