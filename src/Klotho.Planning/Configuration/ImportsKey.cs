using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Configuration;

/// <summary>The key <c>imports</c>: existing resources to adopt, by the id of the node that they host.</summary>
public static class ImportsKey
{
    public const string Name = "imports";

    private static readonly TextPattern ProviderId = new(@"^\S{1,2048}$", "the provider's id of the resource, without blanks");

    public static KeySpec Of(PlanningCatalogue catalogue) => new MappingKey(
        "Existing resources to adopt instead of creating new ones.",
        SectionTree.OfEntries(
            new(catalogue.Capabilities.Items.Where(Fits).ToEquatableArray()),
            capability => $"Existing resources to adopt as {capability.Noun}, by id.",
            _ => new ScalarKey("What the provider calls the existing resource: its name, address or ARN.", new ParameterValue.Text(""), HasDefault: false, Pattern: ProviderId)));

    /// <summary>The imports among the settings, sorted by node.</summary>
    public static EquatableArray<ImportedResource> Read(IEnumerable<Setting> settings, PlanningCatalogue catalogue) => settings
        .SelectMany(setting => catalogue.Capabilities.Items
            .Select(capability => (Capability: capability, Section: $"{Name}.{string.Join('.', capability.Section)}."))
            .Where(place => setting.Path.StartsWith(place.Section, StringComparison.Ordinal))
            .Select(place => new ImportedResource(new(place.Capability.Kind, setting.Path[place.Section.Length..]), $"{setting.Value}", setting.Origin)))
        .OrderBy(import => import.Node)
        .ToEquatableArray();

    /// <summary>What is worth adopting holds something already.</summary>
    private static bool Fits(HostedCapability capability) => capability.Aspects.HasFlag(Aspects.KeepsData);
}
