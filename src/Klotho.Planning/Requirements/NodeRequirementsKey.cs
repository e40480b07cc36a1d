using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Requirements;

/// <summary>What may be required of one node: the kinds that mean something for its capability.</summary>
internal sealed record NodeRequirementsKey(HostedCapability Capability, RequirementPlaces Places) : MappingKey(
    $"What one of the {Capability.Noun} must satisfy, where it differs from the application.",
    RequirementCatalogue.All.Items
        .Where(kind => kind.Leaves.Items.Any(leaf => leaf.Fits(Capability)))
        .Select(kind => new NamedKey(kind.Name, RequirementsKey.Of(kind, Capability, Places)))
        .ToEquatableArray())
{
    protected override void ReportUnknown(KeyPlace place, YamlScalar key, KeyFindings findings)
    {
        if (RequirementCatalogue.All.Items.FirstOrDefault(kind => kind.Name == key.Text) is { } elsewhere)
        {
            findings.Diagnostics.Add(RequirementRules.Meaningless.At(key.Location, key.Text, Capability.Noun, Places.Mending(elsewhere.Leaves.Items)));
        }
        else
        {
            base.ReportUnknown(place, key, findings);
        }
    }
}
