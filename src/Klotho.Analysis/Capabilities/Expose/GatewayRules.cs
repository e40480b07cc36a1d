using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Capabilities.Expose;

/// <summary>Rules of the gateway.</summary>
public static class GatewayRules
{
    public static readonly DiagnosticRule TwoGateways = new(new("KL1040"), Severity.Error, "More than one gateway",
        "[Expose(\"{0}\")] is a second gateway besides [Expose(\"{1}\")]. An application has one: remove either.");

    public static readonly EquatableArray<DiagnosticRule> All = new([TwoGateways]);
}
