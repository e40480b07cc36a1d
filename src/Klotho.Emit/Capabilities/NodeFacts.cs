using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities;

/// <summary>What documents and comments say of a node.</summary>
public sealed class NodeFacts(Plan plan, EquatableArray<Capability> capabilities)
{
    public Capability? CapabilityOf(NodeId node) => capabilities.Items.FirstOrDefault(capability => capability.Hosting.Kind == node.Kind);

    /// <summary>The noun of the node's capability; nothing for what nodes share.</summary>
    public string NounOf(NodeId node) => CapabilityOf(node)?.Appearance.Noun ?? "";

    /// <summary>What hosts the node, as a title.</summary>
    public string HostOf(Decision decision) =>
        CapabilityOf(decision.Node)?.Hosting.Candidates.Items.FirstOrDefault(candidate => candidate.Type == decision.Type)?.Title ?? decision.Type.Name;

    /// <summary>Where the node is asked for, and why it is hosted as it is.</summary>
    public IEnumerable<string> Lines(NodeId node)
    {
        if (plan.Graph.Find(node) is not { } known || plan.For(node) is not { } decision)
        {
            return ["Shared by the components that need it."];
        }

        return
        [
            $"{NounOf(node)} \"{node.Name}\", asked for at {string.Join(", ", known.Locations.Items.Select(location => location.ToString()).Distinct(StringComparer.Ordinal))}.",
            $"{HostOf(decision)}: {decision.Reason} ({decision.Origin}).",
        ];
    }
}
