using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.GraphBuilding;

/// <summary>Makes one node of all uses of an id, and says where uses contradict.</summary>
public static class NodeMerger
{
    public static (ImmutableArray<CapabilityNode> Nodes, ImmutableArray<KlothoDiagnostic> Diagnostics) Merge(
        IEnumerable<CapabilityUse> uses, CapabilityNode defaultUnit)
    {
        var nodes = new Dictionary<NodeId, CapabilityNode> { [defaultUnit.Id] = defaultUnit };
        // Joined at the end: a store may be used in thousands of places.
        var places = new Dictionary<NodeId, List<SourceLocation>>();
        var kinds = new Dictionary<string, CapabilityUse>(StringComparer.Ordinal);
        var diagnostics = new List<KlothoDiagnostic>();

        // Who decides comes first, so that a contradiction is shown at whoever does not.
        foreach (var use in uses.OrderBy(use => use.Decides ? 0 : 1).ThenBy(use => use.Location))
        {
            var id = use.Node.Id;
            if (kinds.TryGetValue(id.Name, out var other) && other.Node.Id.Kind != id.Kind)
            {
                diagnostics.Add(AnnotationRules.IdOfTwoKinds.At(
                    [use.Location, other.Location], id.Name, id.Kind.ToString(), other.Node.Id.Kind.ToString()));
                continue;
            }

            kinds[id.Name] = other ?? use;
            if (!nodes.TryGetValue(id, out var node))
            {
                nodes[id] = use.Node;
            }
            else if (node.MergeWith(use.Node with { Locations = default }) is { } merged)
            {
                nodes[id] = merged;
                if (!places.TryGetValue(id, out var all))
                {
                    places[id] = all = [.. node.Locations.Items];
                }

                all.AddRange(use.Node.Locations.Items);
            }
            else
            {
                var first = places.TryGetValue(id, out var all) ? all.Min() ?? node.Locations[0] : node.Locations[0];
                diagnostics.Add(use.ContradictionRule.At([use.Location, first], id.Name, Facts(use.Node), Facts(node)));
            }
        }

        return (nodes.Values.Select(Placed).OrderBy(node => node.Id).ToImmutableArray(), diagnostics.ToImmutableArray());

        CapabilityNode Placed(CapabilityNode node) =>
            places.TryGetValue(node.Id, out var all) ? node with { Locations = all.Distinct().OrderBy(at => at).ToEquatableArray() } : node;
    }

    private static string Facts(CapabilityNode node) =>
        string.Join(", ", node.Properties.Select(fact => $"{fact.Name} '{fact.Value}'"));
}
