using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;

namespace Klotho.Planning.Configuration;

/// <summary>An existing resource that hosts a node from now on, by the id that the provider knows it by.</summary>
public sealed record ImportedResource(NodeId Node, string ProviderId, Setting Setting)
{
    public const string Key = "imports";

    /// <summary>What is worth adopting holds something already.</summary>
    public static bool Fits(HostedCapability capability) => capability.Aspects.HasFlag(Aspects.KeepsData);

    /// <summary>Those among the settings, sorted by node.</summary>
    public static IEnumerable<ImportedResource> Among(IEnumerable<Setting> settings, PlanningCatalogue catalogue) => settings
        .SelectMany(setting => catalogue.Capabilities.Items
            .Select(capability => (Capability: capability, Section: $"{Key}.{string.Join('.', capability.Section)}."))
            .Where(place => setting.Path.StartsWith(place.Section, StringComparison.Ordinal))
            .Select(place => new ImportedResource(new(place.Capability.Kind, setting.Path[place.Section.Length..]), $"{setting.Value}", setting)))
        .OrderBy(import => import.Node);
}
