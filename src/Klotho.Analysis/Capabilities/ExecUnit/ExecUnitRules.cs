using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary>Rules of classes that are put into units.</summary>
public static class ExecUnitRules
{
    public static readonly DiagnosticRule NotInstantiable = new(new("KL1010"), Severity.Error, "Unit class cannot be instantiated",
        "[ExecUnit(\"{0}\")] stands on '{1}', which is {2}. Put it on a class that dependency injection can create.");

    public static readonly EquatableArray<DiagnosticRule> All = new([NotInstantiable, .. UnitBoundaryRules.All]);
}
