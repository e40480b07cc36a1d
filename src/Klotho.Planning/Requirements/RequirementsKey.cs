using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;

namespace Klotho.Planning.Requirements;

/// <summary>The key <c>requirements</c>: every kind for the application, and below the sections of directives for one node.</summary>
public static class RequirementsKey
{
    public const string Name = "requirements";

    /// <summary>Every value that a requirement can have, for the schema to define once.</summary>
    public static IEnumerable<SharedKey> Definitions =>
        RequirementCatalogue.All.Items.SelectMany(kind => kind.Leaves.Items.Select(leaf => Shared(kind, leaf)));

    public static KeySpec Of(PlanningCatalogue catalogue)
    {
        var places = new RequirementPlaces(catalogue);
        return new MappingKey(
            "What the plan must satisfy: for the application, and below the sections for what differs.",
            new(
            [
                .. RequirementCatalogue.All.Items.Select(kind => new NamedKey(kind.Name, Of(kind, null, places))),
                .. SectionTree.OfEntries(
                    catalogue, capability => $"What {capability.Noun} must satisfy, by id.", capability => new NodeRequirementsKey(capability, places)),
            ]));
    }

    internal static KeySpec Of(RequirementKind kind, HostedCapability? capability, RequirementPlaces places) =>
        kind.Leaves.Items is [{ Key: "" } leaf] ? Shared(kind, leaf) : new RequirementGroupKey(kind, capability, places);

    internal static SharedKey Shared(RequirementKind kind, RequirementLeaf leaf) => new($"{Name}.{kind.NameOf(leaf)}", leaf.Spec);
}
