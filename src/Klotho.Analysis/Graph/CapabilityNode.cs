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
}
