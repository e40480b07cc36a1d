using Klotho.Analysis.Diagnostics;
using Klotho.Planning.Facts;
using Klotho.Planning.Keys;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Configuration;

/// <summary>What is said of the region must leave one.</summary>
internal static class RegionCheck
{
    public static IEnumerable<KlothoDiagnostic> Run(KlothoConfiguration configuration)
    {
        var residency = configuration.Requirements.Items.OfType<DataResidencyRequirement>().FirstOrDefault();
        var regions = configuration.Requirements.Items.OfType<RegionsRequirement>().FirstOrDefault();
        var setting = configuration.Find("region");
        if (setting is not null && residency is not null && !Keeps(configuration.Region, residency))
        {
            yield return Report(setting, residency, RegionCatalogue.All.Items.Where(region => region.Keeps(residency.Residency)).Select(region => region.Name));
        }

        if (setting is not null && regions is not null && configuration.Region is { } chosen && !regions.Regions.Items.Contains(chosen))
        {
            yield return Report(setting, regions, regions.Regions.Items);
        }

        if (regions is not null && residency is not null && !regions.Regions.Items.Any(region => Keeps(region, residency)))
        {
            yield return Report(regions.Line.Setting, residency, RegionCatalogue.All.Items.Where(region => region.Keeps(residency.Residency)).Select(region => region.Name));
        }
    }

    private static bool Keeps(RegionName? region, DataResidencyRequirement residency) =>
        region is { } name && RegionCatalogue.Find(name.Value)?.Keeps(residency.Residency) == true;

    private static KlothoDiagnostic Report(Setting setting, Requirement requirement, IEnumerable<RegionName> fitting) =>
        RequirementRules.RegionContradicts.At(
            [setting.Location, requirement.Location], setting.Path, $"{setting.Value}", requirement.Path, requirement.Value,
            $"It could be {Spelling.List([.. fitting.Select(region => region.Value)])}.");
}
