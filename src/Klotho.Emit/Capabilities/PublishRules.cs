using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Emit.Capabilities;

/// <summary>Ways to publish that the code does not allow.</summary>
public static class PublishRules
{
    public static readonly DiagnosticRule Refused = new(
        new("KL3040"),
        Severity.Error,
        "The code does not allow that way to publish",
        "Unit \"{0}\" can't be published as {1}, because {2}. Change that code, or set `publish` to ready_to_run.");

    public static readonly EquatableArray<DiagnosticRule> All = new([Refused]);
}
