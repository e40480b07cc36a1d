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

    public static readonly DiagnosticRule TwoCredentials = new(
        new("KL3020"),
        Severity.Error,
        "A unit uses both an S3-compatible store and a service of AWS",
        "Unit \"{0}\" uses the S3-compatible store \"{1}\" and \"{2}\" on {3}: its process has only one set of credentials for the AWS SDK. Host \"{1}\" on s3, or \"{2}\" in the cluster too.");

    public static readonly EquatableArray<DiagnosticRule> All = new([CallsInCircle, TwoCredentials]);
}
