using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>Mistakes in how units reach each other.</summary>
public static class UnitRules
{
    public static readonly DiagnosticRule CallsInCircle = new(
        new("KL3001"),
        Severity.Error,
        "Units call each other in a circle",
        "Unit \"{0}\" calls \"{1}\", which calls back: neither can be deployed before the other knows its address. Publish to a topic in one direction instead.");

    public static readonly EquatableArray<DiagnosticRule> All = new([CallsInCircle]);
}
