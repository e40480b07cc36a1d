namespace Klotho.Planning.Facts;

/// <summary>A provider's region, as the provider names it: <c>eu-central-1</c>.</summary>
public readonly record struct RegionName(string Value) : IComparable<RegionName>
{
    public int CompareTo(RegionName other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
