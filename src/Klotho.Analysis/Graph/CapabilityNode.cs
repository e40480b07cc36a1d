using Klotho.Analysis.Collections;
using Klotho.Analysis.Wire;

namespace Klotho.Analysis.Graph;

/// <summary>
/// A capability that the application asks for. Each capability's folder derives its own node, with typed facts for
/// planning and lowering; <see cref="Properties"/> shows the same facts to documents, so that printing a graph needs
/// no knowledge of the capability.
/// </summary>
public abstract record CapabilityNode(NodeId Id, EquatableArray<SourceLocation> Locations)
{
    /// <summary>Facts in a fixed order.</summary>
    public abstract IEnumerable<NodeProperty> Properties { get; }

    /// <summary>What is sent through or kept in the node, sorted by name, then role. The analysis fills it in; a reader of annotations does not.</summary>
    public EquatableArray<WirePayload> Payloads { get; init; }

    /// <summary>The node that two uses of one id describe together, or null where their facts contradict.</summary>
    public virtual CapabilityNode? MergeWith(CapabilityNode other) =>
        (this with { Locations = default }).Equals(other with { Locations = default }) ? WithLocationsOf(other) : null;

    /// <summary>This node, found at the other's locations too.</summary>
    protected CapabilityNode WithLocationsOf(CapabilityNode other) =>
        this with { Locations = Locations.Items.Concat(other.Locations.Items).Distinct().OrderBy(at => at).ToEquatableArray() };
}
