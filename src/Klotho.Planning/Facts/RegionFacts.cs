using System.Collections.Frozen;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Facts;

/// <summary>Every figure that holds in one region, by name.</summary>
public sealed class RegionFacts(RegionName region, FrozenDictionary<string, Fact> facts)
{
    public RegionName Region => region;

    /// <summary>All of them, sorted by name.</summary>
    public IEnumerable<Fact> All => facts.Values.OrderBy(fact => fact.Name, StringComparer.Ordinal);

    /// <summary>The value of a figure; that every name which a candidate asks for exists in every region is held by a test.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such figure.</exception>
    public decimal this[string name] => Find(name).Value;

    /// <summary>A figure with its unit and source.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such figure.</exception>
    public Fact Find(string name) =>
        facts.TryGetValue(name, out var fact) ? fact : throw new KeyNotFoundException($"There is no fact `{name}` for {region}.");

    /// <summary>A figure in <c>ms</c> or <c>s</c>.</summary>
    public Duration Time(string name)
    {
        var fact = Find(name);
        return fact.Unit == "s" ? Duration.OfSeconds((long)fact.Value) : Duration.OfMilliseconds((long)fact.Value);
    }

    /// <summary>A figure in percent.</summary>
    public Share Percent(string name) => new(this[name]);
}
