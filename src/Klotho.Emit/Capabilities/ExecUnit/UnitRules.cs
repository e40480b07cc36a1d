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

    public static readonly DiagnosticRule CallOutOfNetwork = new(
        new("KL3004"),
        Severity.Error,
        "A unit inside the private network calls a unit outside",
        "Unit \"{0}\" runs inside the private network because it uses \"{1}\", and cannot reach unit \"{2}\", whose function URL is outside. Publish to a topic instead, or move the code that uses \"{1}\" to a unit that calls nobody.");

    public static readonly DiagnosticRule CallBetweenHosts = new(
        new("KL3005"),
        Severity.Error,
        "Units of different types call each other",
        "Unit \"{0}\" ({1}) calls unit \"{2}\" ({3}), but units reach only units of their own type. Host both on one type, or publish to a topic instead.");

    public static readonly EquatableArray<DiagnosticRule> All = new([CallsInCircle, CallOutOfNetwork, CallBetweenHosts]);
}
