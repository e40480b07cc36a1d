using Klotho.Analysis.Graph;

namespace Klotho.Planning.Locking;

/// <summary>
/// The name of a change, the same wherever it is found: <c>remove:kv:slides</c>, <c>rename:kv:slides:pages</c>. What it
/// does comes first, then the node, then what else tells it from others.
/// </summary>
public readonly record struct ChangeId(string Value) : IComparable<ChangeId>
{
    public static ChangeId Of(string verb, NodeId node, params string[] more) => new(string.Join(':', [verb, node.ToString(), .. more]));

    public int CompareTo(ChangeId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
