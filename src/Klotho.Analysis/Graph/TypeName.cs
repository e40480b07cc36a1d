namespace Klotho.Analysis.Graph;

/// <summary>A type as generated code spells it (<c>global::Shop.Order</c>); documents show it without <c>global::</c>.</summary>
public readonly record struct TypeName(string Source) : IComparable<TypeName>
{
    public int CompareTo(TypeName other) => string.CompareOrdinal(Source, other.Source);

    public override string ToString() => Source.Replace("global::", "");
}
