using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Routes;

/// <summary>What reading routes has to say.</summary>
public static class RouteRules
{
    public static readonly DiagnosticRule PatternNotConstant = new(new("KL1060"), Severity.Info, "Route pattern not known before run time",
        "The pattern of this {0} is not a constant, so the gateway passes every path below \"{1}\" on to the application. Write the pattern as a constant to expose only what is mapped.");

    public static readonly EquatableArray<DiagnosticRule> All = new([PatternNotConstant]);
}
