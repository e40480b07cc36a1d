namespace Klotho.Analysis.Graph;

/// <summary>What a node is: <c>exec_unit</c>, <c>route</c>, <c>gateway</c>, <c>kv</c>, <c>fs</c>, <c>orm</c>, <c>redis_node</c>, <c>secret</c>, <c>pubsub</c>, <c>static_unit</c>, <c>schedule</c>, <c>config</c>, <c>assets</c>. Each capability's folder defines its own.</summary>
public readonly record struct NodeKind(string Name) : IComparable<NodeKind>
{
    public int CompareTo(NodeKind other) => string.CompareOrdinal(Name, other.Name);

    public override string ToString() => Name;
}
