namespace Klotho.Analysis.Wire;

/// <summary>The name under which a schema keeps a type, and by which its values refer to it: <c>Shop.Order</c>.</summary>
public readonly record struct WireTypeName(string Value) : IComparable<WireTypeName>
{
    public int CompareTo(WireTypeName other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
