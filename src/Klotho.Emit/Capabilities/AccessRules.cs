using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Emit.Capabilities;

/// <summary>Mistakes in what units may do.</summary>
public static class AccessRules
{
    public static readonly DiagnosticRule UnknownOperation = new(
        new("KL3002"),
        Severity.Error,
        "No permission is known for an operation",
        "Unit \"{0}\" uses {1} on \"{2}\", for which type {3} knows no permission. Use an operation that docs/annotations lists, or host \"{2}\" on another type.");

    public static readonly DiagnosticRule NotEmitted = new(
        new("KL3007"),
        Severity.Error,
        "A type can be planned but not emitted yet",
        "\"{0}\" is planned on {1}, which this version can plan, price and compare but not emit. For an output, host it on {2}, and relax the requirements that rule that out.");

    public static readonly EquatableArray<DiagnosticRule> All = new([UnknownOperation, NotEmitted]);
}
