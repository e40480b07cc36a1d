using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Payloads;

/// <summary>Rules of what is sent and kept.</summary>
public static class PayloadRules
{
    public static readonly DiagnosticRule NotReadBack = new(new("KL1050"), Severity.Error, "Payload that cannot be written and read back",
        "'{0}' is sent or kept as JSON, but '{1}' {2}. Change the type so that System.Text.Json can write and read it, or give it a converter.");

    public static readonly DiagnosticRule LeadsBack = new(new("KL1051"), Severity.Warning, "Payload that leads back to itself",
        "'{0}' is sent or kept as JSON, but '{1}' leads back to what has '{2}' ({3}), and System.Text.Json throws where such objects hold each other. "
        + "Put [JsonIgnore] on one of the members, or have it hold a key.");

    public static readonly EquatableArray<DiagnosticRule> All = new([NotReadBack, LeadsBack]);
}
