using Klotho.Analysis.Collections;
using Klotho.Planning.Facts;
using Klotho.Planning.Keys;

namespace Klotho.Planning.Requirements;

/// <summary>The regions of which one must host the application, the preferred one first.</summary>
public sealed record RegionsRequirement(RequirementLine Line, EquatableArray<RegionName> Regions) : Requirement(Line)
{
    public static readonly RequirementKind Kind = RequirementKind.Of(
        "regions",
        aspects: null,
        new ListKey("The regions of which one must host the application, the preferred one first.", "the name of a region",
            RegionCatalogue.All.Items.Select(region => region.Name.Value).ToEquatableArray()),
        line => new RegionsRequirement(line, ListKey.Parse(line.Text).Select(name => new RegionName(name)).ToEquatableArray()));
}
