using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Locking;

/// <summary>
/// The choice that was made for a node. <paramref name="Name"/> is the name of its resource, which stays when the id
/// changes, so that the data stays; <paramref name="Stateful"/> says that the resource holds data.
/// </summary>
public sealed record LockedNode(NodeId Id, CandidateType Type, string Name, bool Stateful)
{
    /// <summary>Sorted by name.</summary>
    public EquatableArray<LockedParameter> Parameters { get; init; }

    /// <summary>The parameters that can be changed only by making another resource, which begins empty. Sorted.</summary>
    public EquatableArray<string> Permanent { get; init; }

    /// <summary>What the node alone is expected to cost.</summary>
    public Money Monthly { get; init; }
}
