using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Emit.Naming;

/// <summary>Mistakes in what things are called.</summary>
public static class NameRules
{
    public static readonly DiagnosticRule SameName = new(
        new("KL3004"),
        Severity.Error,
        "Two nodes make resources of one name",
        "\"{0}\" and \"{1}\" would both make a resource named \"{2}\". Rename one of them.");

    public static readonly EquatableArray<DiagnosticRule> All = new([SameName]);
}
