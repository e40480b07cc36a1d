using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;

namespace Klotho.Planning.Requirements;

/// <summary>Says where a requirement belongs that stands where it means nothing.</summary>
internal sealed class RequirementPlaces(PlanningCatalogue catalogue)
{
    public string Mending(params IEnumerable<RequirementLeaf> leaves)
    {
        var fitting = catalogue.Capabilities.Items.Where(capability => leaves.Any(leaf => leaf.Fits(capability))).ToArray();
        return fitting.Length == 0
            ? "It is for the whole application: write it under `requirements` itself."
            : $"It is for the whole application, or for nodes under {Spelling.List([.. fitting.Select(capability => $"requirements.{string.Join('.', capability.Section)}")])}.";
    }
}
