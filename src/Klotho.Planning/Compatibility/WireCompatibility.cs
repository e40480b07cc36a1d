using Klotho.Analysis.Collections;
using Klotho.Analysis.Wire;

namespace Klotho.Planning.Compatibility;

/// <summary>
/// Whether a reader gets what was written with another schema, by the rules of System.Text.Json. A change of code is
/// asked both ways: what is deployed reads what the new code writes, and the new code reads what was written before.
/// </summary>
public static class WireCompatibility
{
    /// <summary>Every place where it does not, sorted by path; none where the schemas are the same.</summary>
    public static EquatableArray<WireBreak> Run(WireSchema written, WireSchema read)
    {
        if (written == read)
        {
            return EquatableArray<WireBreak>.Empty;
        }

        var comparison = new ValueComparison(written, read);
        comparison.Compare(WirePath.Root, written.Root, read.Root);
        return comparison.Breaks
            .Distinct()
            .OrderBy(found => found.Path)
            .ThenBy(found => found.Effect)
            .ThenBy(found => found.Written, StringComparer.Ordinal)
            .ThenBy(found => found.Read, StringComparer.Ordinal)
            .ToEquatableArray();
    }
}
