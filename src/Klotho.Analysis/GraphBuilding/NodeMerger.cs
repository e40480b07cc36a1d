using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
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
            else if (node.MergeWith(use.Node) is { } merged)
            {
                nodes[id] = merged;
            }
            else
            {
                diagnostics.Add(use.ContradictionRule.At([use.Location, node.Locations[0]], id.Name, Facts(use.Node), Facts(node)));
            }
        }

        return (nodes.Values.OrderBy(node => node.Id).ToImmutableArray(), diagnostics.ToImmutableArray());
    }

    private static string Facts(CapabilityNode node) =>
        string.Join(", ", node.Properties.Select(fact => $"{fact.Name} '{fact.Value}'"));
}
