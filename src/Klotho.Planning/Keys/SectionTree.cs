using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Keys;

/// <summary>Arranges one spec per capability by the keys of its section: <c>persisted</c> → <c>kv</c>, <c>fs</c>, …</summary>
internal static class SectionTree
{
    public static EquatableArray<NamedKey> Of(PlanningCatalogue catalogue, Func<HostedCapability, KeySpec> spec) =>
        Level(catalogue.Capabilities.Items, 0, spec);

    private static EquatableArray<NamedKey> Level(IEnumerable<HostedCapability> capabilities, int depth, Func<HostedCapability, KeySpec> spec) =>
        capabilities
            .GroupBy(capability => capability.Section[depth], StringComparer.Ordinal)
            .Select(group => new NamedKey(group.Key, group.First().Section.Count == depth + 1
                ? spec(group.First())
                : new MappingKey($"Grouped: {string.Join(", ", group.Select(capability => capability.Noun))}.", Level(group, depth + 1, spec))))
            .ToEquatableArray();
}
