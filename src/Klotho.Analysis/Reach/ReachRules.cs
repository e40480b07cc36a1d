using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Reach;

/// <summary>What reach has to say.</summary>
public static class ReachRules
{
    public static readonly DiagnosticRule Escape = new(new("KL1070"), Severity.Info, "Resource leaves what can be followed",
        "\"{0}\" goes into {1}, where it cannot be followed, so unit \"{2}\" is given every operation on it. Call the resource directly, or keep it in variables of its own type.");

    public static readonly EquatableArray<DiagnosticRule> All = new([Escape]);
}
