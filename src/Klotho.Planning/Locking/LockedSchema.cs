using Klotho.Analysis.Graph;
using Klotho.Analysis.Wire;

namespace Klotho.Planning.Locking;

/// <summary>What was sent through or kept in a node. Sorted by node, then role, then name.</summary>
/// <param name="Node">The node.</param>
/// <param name="Role">What the payload is to the node.</param>
/// <param name="Name">Which one it is where the node has several; empty otherwise.</param>
/// <param name="Schema">What it looks like.</param>
public sealed record LockedSchema(NodeId Node, WireRole Role, string Name, WireSchema Schema) : IComparable<LockedSchema>
{
    public int CompareTo(LockedSchema? other) => other is null ? 1
        : (Node, Role).CompareTo((other.Node, other.Role)) is var order && order != 0 ? order
        : string.CompareOrdinal(Name, other.Name);

    /// <summary>How the lock file names it: <c>kv:slides value</c>, <c>exec_unit:ocr request IOcr.ReadAsync</c>.</summary>
    public string Key => string.Join(' ', ((string[])[Node.ToString(), LockedWord.Of(Role), Name]).Where(part => part.Length > 0));
}
