namespace Klotho.Analysis.Graph;

/// <summary>The identity of a node: its kind and the id that the annotation gives, written <c>kv:slides</c>.</summary>
public readonly record struct NodeId(NodeKind Kind, string Name) : IComparable<NodeId>
{
    public int CompareTo(NodeId other)
    {
        var kinds = Kind.CompareTo(other.Kind);
        return kinds != 0 ? kinds : string.CompareOrdinal(Name, other.Name);
    }

    public override string ToString() => $"{Kind}:{Name}";
}
