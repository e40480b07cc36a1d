using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Directives;

/// <summary>What can be wrong with a directive once the code and all files are known.</summary>
public static class DirectiveRules
{
    public static readonly DiagnosticRule UnknownId = new(
        new("KL2012"), Severity.Error, "Unknown id",
        "The code declares no `{0}` for `{1}`. {2}");

    public static readonly DiagnosticRule ForeignParameter = new(
        new("KL2013"), Severity.Error, "Parameter does not fit the type in effect",
        "`{0}` can't apply, because {1} is hosted as {2}, {3}. {4}");

    public static readonly EquatableArray<DiagnosticRule> All = new([UnknownId, ForeignParameter]);
}
