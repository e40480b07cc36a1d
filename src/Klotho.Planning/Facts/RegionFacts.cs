using System.Collections.Frozen;

namespace Klotho.Planning.Facts;

/// <summary>Every figure that holds in one region, by name.</summary>
public sealed class RegionFacts(RegionName region, FrozenDictionary<string, Fact> facts)
{
    public RegionName Region => region;

    /// <summary>All of them, sorted by name.</summary>
    public IEnumerable<Fact> All => facts.Values.OrderBy(fact => fact.Name, StringComparer.Ordinal);

    /// <summary>The value of a figure; that every name which a candidate asks for exists in every region is held by a test.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such figure.</exception>
    public decimal this[string name] => facts[name].Value;
}
