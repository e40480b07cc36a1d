using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.GraphBuilding;

/// <summary>Makes one edge of all that join the same two nodes in the same way; an operation keeps its shortest witness.</summary>
public static class EdgeMerger
{
    public static EquatableArray<CapabilityEdge> Merge(IEnumerable<CapabilityEdge> edges) =>
        edges
            .GroupBy(edge => (edge.From, edge.To, edge.Kind))
            .OrderBy(group => group.Key.From)
            .ThenBy(group => group.Key.To)
            .ThenBy(group => group.Key.Kind)
            .Select(group => new CapabilityEdge(group.Key.From, group.Key.To, group.Key.Kind, Operations(group)))
            .ToEquatableArray();

    private static EquatableArray<OperationUse> Operations(IEnumerable<CapabilityEdge> edges) =>
        edges
            .SelectMany(edge => edge.Operations.Items)
            .GroupBy(operation => (operation.Name, operation.Part))
            .OrderBy(group => group.Key.Name, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Part, StringComparer.Ordinal)
            .Select(group => Shortest(group.ToList()))
            .ToEquatableArray();

    // Only the shortest are spelled out: a store that everything uses has thousands.
    private static OperationUse Shortest(List<OperationUse> operations)
    {
        var length = operations.Min(operation => operation.Witness.Count);
        return operations
            .Where(operation => operation.Witness.Count == length)
            .OrderBy(operation => string.Join("|", operation.Witness.Items), StringComparer.Ordinal)
            .First();
    }
}
