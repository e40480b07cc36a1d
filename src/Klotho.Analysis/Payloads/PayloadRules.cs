using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Payloads;

/// <summary>Rules of what is sent and kept.</summary>
public static class PayloadRules
{
    public static readonly DiagnosticRule NotReadBack = new(new("KL1050"), Severity.Error, "Payload that cannot be written and read back",
        "'{0}' is sent or kept as JSON, but '{1}' {2}. Change the type so that System.Text.Json can write and read it, or give it a converter.");

    public static readonly EquatableArray<DiagnosticRule> All = new([NotReadBack]);
}
