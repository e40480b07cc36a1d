using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Keys;

/// <summary>Arranges one spec per capability by the keys of its section: <c>persisted</c> → <c>kv</c>, <c>fs</c>, …</summary>
internal static class SectionTree
{
    /// <summary>One for each capability: what holds for all nodes of a kind.</summary>
    public static EquatableArray<NamedKey> OfKinds(PlanningCatalogue catalogue, Func<HostedCapability, KeySpec> spec) =>
        Level(catalogue.Capabilities.Items, 0, spec);

    /// <summary>One for each section with entries by id; settings of an entry in another section are those of the kind's own.</summary>
    public static EquatableArray<NamedKey> OfEntries(PlanningCatalogue catalogue, Func<HostedCapability, string> description, Func<HostedCapability, KeySpec> entry)
    {
        var homes = catalogue.Capabilities.Items.ToDictionary(capability => capability.Kind, capability => capability.Section);
        return Level(
            catalogue.Capabilities.Items.SelectMany(capability => capability.Views.Prepend(capability)),
            0,
            capability => new EntriesKey(capability, description(capability), entry(capability), homes[capability.Kind]));
    }

    private static EquatableArray<NamedKey> Level(IEnumerable<HostedCapability> capabilities, int depth, Func<HostedCapability, KeySpec> spec) =>
        capabilities
            .GroupBy(capability => capability.Section[depth], StringComparer.Ordinal)
            .Select(group => new NamedKey(group.Key, group.First().Section.Count == depth + 1
                ? spec(group.First())
                : new MappingKey($"Grouped: {string.Join(", ", group.Select(capability => capability.Noun))}.", Level(group, depth + 1, spec))))
            .ToEquatableArray();
}
