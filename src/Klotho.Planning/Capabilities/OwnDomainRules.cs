using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Capabilities;

/// <summary>Mistakes in domain names of one's own.</summary>
public static class OwnDomainRules
{
    public static readonly DiagnosticRule NotInZone = new(
        new("KL2018"), Severity.Error, "A domain is not in its hosted zone",
        "`{0}` has the hosted zone `{1}`, but {2}. Set `domain` to a name that ends with `{1}`.");

    public static readonly EquatableArray<DiagnosticRule> All = new([NotInZone]);
}
