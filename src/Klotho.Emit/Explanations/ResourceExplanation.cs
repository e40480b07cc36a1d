using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Explanations;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Explanations;

/// <summary>One resource: the node that asks for it, or the nodes that share it, and all that explains that node.</summary>
internal static class ResourceExplanation
{
    public static ExplanationDocument Of(Plan plan, Resource resource, EquatableArray<Resource> all, ExplanationDocument? owner)
    {
        var decision = plan.For(resource.Owner);
        ExplanationFact[] facts =
        [
            new("type", resource.Type.Value, "", EquatableArray<SourceLocation>.Empty),
            new("part of", $"{resource.Owner}", "", plan.Graph.Find(resource.Owner)?.Locations ?? EquatableArray<SourceLocation>.Empty),
            .. resource.Comment is { } comment ? [new("for", comment, "", EquatableArray<SourceLocation>.Empty)] : Array.Empty<ExplanationFact>(),
            .. Named("refers to", all.Items.Where(other => RefersTo(resource, other))),
            .. Named("needed by", all.Items.Where(other => RefersTo(other, resource))),
        ];
        var title = decision is null
            ? $"`{resource.Name}` (`{resource.Type}`) is there once, for the nodes that share it"
            : $"`{resource.Name}` (`{resource.Type}`) is there because {resource.Owner} is hosted as `{decision.Type}`";
        return new(resource.Name.Value, title, new([new("resource", "Is", facts.ToEquatableArray()), .. Sharing(plan, resource), .. owner?.Sections.Items ?? []]));
    }

    private static bool RefersTo(Resource from, Resource to) =>
        from.Inputs.DescendantsAndSelf().OfType<InputValue.Reference>().Any(reference => reference.Resource == to.Name);

    private static IEnumerable<ExplanationFact> Named(string label, IEnumerable<Resource> resources) =>
        string.Join(", ", resources.Select(resource => resource.Name)) is { Length: > 0 } names ? [new(label, names, "", EquatableArray<SourceLocation>.Empty)] : [];

    /// <summary>Facilities of the plan for which something shared is there: the network's parts are those of the network.</summary>
    private static IEnumerable<ExplanationSection> Sharing(Plan plan, Resource resource)
    {
        var shared = plan.For(resource.Owner) is not null ? [] : plan.Shared.Items
            .Where(shared => shared.Facility.Id.Name == resource.Owner.Name || shared.Facility.Id.Name.StartsWith(resource.Owner.Name + ":", StringComparison.Ordinal))
            .Select(shared => new ExplanationFact(shared.Facility.Title, $"for {string.Join(", ", shared.NeededBy)}", $"{shared.Facility.Cost.Expected}", EquatableArray<SourceLocation>.Empty))
            .ToEquatableArray();
        return shared.Count == 0 ? [] : [new("shared", "Shared", shared)];
    }
}
