using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>Mistakes in how units reach each other.</summary>
public static class UnitRules
{
    public static readonly DiagnosticRule TwoCredentials = new(
        new("KL3020"),
        Severity.Error,
        "A unit uses both an S3-compatible store and a service of AWS",
        "Unit \"{0}\" uses the S3-compatible store \"{1}\" and \"{2}\" on {3}: its process has only one set of credentials for the AWS SDK. Host \"{1}\" on s3, or \"{2}\" in the cluster too.");

    public static readonly EquatableArray<DiagnosticRule> All = new([TwoCredentials]);
}
