namespace Klotho.Emit.Resources;

/// <summary>A resource's logical name, unique in the program: <c>ocr-role</c>.</summary>
public readonly record struct ResourceName(string Value) : IComparable<ResourceName>
{
    public int CompareTo(ResourceName other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
