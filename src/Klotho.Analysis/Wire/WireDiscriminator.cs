namespace Klotho.Analysis.Wire;

/// <summary>The sign of a derived type; the text <c>"1"</c> and the number <c>1</c> are two.</summary>
public readonly record struct WireDiscriminator(string Value, bool IsNumber) : IComparable<WireDiscriminator>
{
    public int CompareTo(WireDiscriminator other)
    {
        var kinds = IsNumber.CompareTo(other.IsNumber);
        return kinds != 0 ? kinds : string.CompareOrdinal(Value, other.Value);
    }

    public override string ToString() => IsNumber ? Value : $"\"{Value}\"";
}
