using System.Collections.Frozen;
using Klotho.Analysis.Collections;

namespace Klotho.Planning.Facts;

/// <summary>The limits that providers set, by the name of the type that has them. They are the same in all regions.</summary>
public static class LimitTable
{
    private static readonly FrozenDictionary<string, EquatableArray<HardLimit>> ByType = FactTableReader.ReadLimits("aws-limits")
        .ToFrozenDictionary(limits => limits.Key, limits => limits.ToEquatableArray(), StringComparer.Ordinal);

    /// <summary>The types that have limits, sorted.</summary>
    public static IEnumerable<string> Types => ByType.Keys.Order(StringComparer.Ordinal);

    /// <summary>The limits of a type, sorted by name; empty where it has none.</summary>
    public static EquatableArray<HardLimit> Of(string type) => ByType.GetValueOrDefault(type);
}
