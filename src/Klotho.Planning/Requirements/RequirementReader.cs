using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;

namespace Klotho.Planning.Requirements;

/// <summary>Turns the settings under <c>requirements</c>, once all files are merged, into requirements, sorted by their dotted keys.</summary>
public static class RequirementReader
{
    private const string Prefix = RequirementsKey.Name + ".";

    public static EquatableArray<Requirement> Run(IEnumerable<Setting> settings, PlanningCatalogue catalogue) => settings
        .Where(setting => setting.Path.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(setting => Read(setting, catalogue))
        .OfType<Requirement>()
        .OrderBy(requirement => requirement.Path, StringComparer.Ordinal)
        .ToEquatableArray();

    private static Requirement? Read(Setting setting, PlanningCatalogue catalogue)
    {
        var path = setting.Path[Prefix.Length..];
        var capability = catalogue.Capabilities.Items.FirstOrDefault(known => path.StartsWith(SectionOf(known), StringComparison.Ordinal));
        return Leaves
            .Where(leaf => capability is null ? path == leaf.Name : path.EndsWith($".{leaf.Name}", StringComparison.Ordinal))
            .Select(leaf => leaf.Leaf.Make(new(leaf.Name, leaf.Leaf, Scope(path, leaf.Name, capability), setting)))
            .FirstOrDefault();
    }

    private static NodeId? Scope(string path, string name, HostedCapability? capability) =>
        capability is null ? null : new(capability.Kind, path[SectionOf(capability).Length..^(name.Length + 1)]);

    private static string SectionOf(HostedCapability capability) => string.Join('.', capability.Section) + ".";

    private static IEnumerable<(string Name, RequirementLeaf Leaf)> Leaves =>
        RequirementCatalogue.All.Items.SelectMany(kind => kind.Leaves.Items.Select(leaf => (kind.NameOf(leaf), leaf)));
}
