using System.Collections.Frozen;
using Klotho.Analysis.Collections;

namespace Klotho.Planning.Facts;

/// <summary>Every table of figures, and the figures of a region.</summary>
public static class FactTables
{
    /// <summary>The region whose prices stand in where nothing is nearer.</summary>
    public static readonly RegionName DefaultRegion = new("us-east-1");

    private static readonly RegionName Europe = new("eu-central-1");

    /// <summary>What holds everywhere first, then region by region.</summary>
    public static readonly EquatableArray<FactTable> All = new(
    [
        FactTableReader.Read("aws"),
        FactTableReader.Read("aws-eu-central-1"),
        FactTableReader.Read("aws-us-east-1"),
    ]);

    private static readonly FrozenDictionary<RegionName, RegionFacts> Regions = All.Items
        .Select(table => table.Region)
        .OfType<RegionName>()
        .ToFrozenDictionary(region => region, Facts);

    /// <summary>The regions that have a table of their own, sorted.</summary>
    public static IEnumerable<RegionName> Known => Regions.Keys.Order();

    /// <summary>
    /// The figures of a region, or those of the region that stands in for it: <see cref="RegionFacts.Region"/> says which.
    /// Europe, Africa and the Middle East are planned with Frankfurt's prices, everything else with Virginia's.
    /// </summary>
    public static RegionFacts For(RegionName? region)
    {
        if (region is not { } asked)
        {
            return Regions[DefaultRegion];
        }

        var near = asked.Value.Split('-')[0] is "eu" or "eusc" or "af" or "me" or "il" ? Europe : DefaultRegion;
        return Regions.TryGetValue(asked, out var own) ? own : Regions[near];
    }

    private static RegionFacts Facts(RegionName region) => new(region, All.Items
        .Where(table => table.Region is null || table.Region == region)
        .SelectMany(table => table.Facts.Items)
        .ToFrozenDictionary(fact => fact.Name, StringComparer.Ordinal));
}
