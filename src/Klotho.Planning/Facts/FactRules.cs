using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Facts;

/// <summary>What can be wrong with the figures that estimates rest on.</summary>
public static class FactRules
{
    public static readonly DiagnosticRule Stale = new(
        new("KL2060"), Severity.Warning, "The figures are old",
        "The figures of {0} were last gone through on {1}, {2} days ago, so estimates may be off. Take a newer klotho, or refresh the tables as docs/facts.md says.");

    public static readonly DiagnosticRule StandIn = new(
        new("KL2061"), Severity.Info, "The prices are another region's",
        "The prices of `{0}` are in no table, so those of `{1}` stand in for them. Choose a region with a table ({2}), or allow for the difference.");

    public static readonly EquatableArray<DiagnosticRule> All = new([Stale, StandIn]);
}
