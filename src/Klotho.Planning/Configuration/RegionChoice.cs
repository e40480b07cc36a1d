using Klotho.Planning.Facts;
using Klotho.Planning.Plans;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Configuration;

/// <summary>The region to plan for, and who chose it.</summary>
public sealed record RegionChoice(RegionName Region, Origin Origin)
{
    /// <summary>The region that a file or option names or requires, or null.</summary>
    public static RegionName? Asked(KlothoConfiguration configuration) =>
        Of(configuration, [.. FactTables.Known]) is { Origin: not Origin.CatalogueDefault } choice ? choice.Region : null;

    /// <summary>
    /// What <c>region</c> says; else the first of <c>regions</c>, else the first of those with prices (the preferred one
    /// first), each within <c>data_residency</c>.
    /// </summary>
    public static RegionChoice Of(KlothoConfiguration configuration, IReadOnlyList<RegionName> priced)
    {
        var residency = configuration.Requirements.Items.OfType<DataResidencyRequirement>().FirstOrDefault();
        var regions = configuration.Requirements.Items.OfType<RegionsRequirement>().FirstOrDefault();
        if (configuration.Region is { } asked && configuration.Find("region") is { } setting)
        {
            return new(asked, setting.Origin);
        }

        var known = RegionCatalogue.All.Items.Where(region => residency is null || region.Keeps(residency.Residency)).Select(region => region.Name).ToList();
        var first = (regions?.Regions.Items ?? [.. priced, .. known]).FirstOrDefault(known.Contains);
        return new(first.Value is null ? priced[0] : first, (regions as Requirement ?? residency)?.Origin ?? new Origin.CatalogueDefault());
    }
}
