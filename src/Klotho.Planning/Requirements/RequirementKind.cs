using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;

namespace Klotho.Planning.Requirements;

/// <summary>One kind of requirement: its key in klotho.yaml and the values below it. A line in <see cref="RequirementCatalogue"/> makes it known.</summary>
/// <param name="Name">The key: <c>latency</c>.</param>
/// <param name="Description">One sentence for the JSON Schema and the documentation.</param>
/// <param name="Leaves">The values; one with an empty key stands at the kind's key itself.</param>
public sealed record RequirementKind(string Name, string Description, EquatableArray<RequirementLeaf> Leaves)
{
    /// <summary>The leaf that a value is meant for which stands where the mapping could be: <c>latency: 300ms</c>.</summary>
    public string? Shorthand { get; init; }

    public static RequirementKind Of(string name, Aspects? aspects, KeySpec spec, Func<RequirementLine, Requirement> make) =>
        new(name, spec.Description, new([new("", aspects, spec, make)]));

    /// <summary>The whole name of a leaf: <c>latency.p99</c>.</summary>
    public string NameOf(RequirementLeaf leaf) => leaf.Key.Length == 0 ? Name : $"{Name}.{leaf.Key}";
}
