namespace Klotho.Planning.Compatibility;

/// <summary>A place in a payload: <c>$.lines[].price</c>; <c>{}</c> is each entry of a map, <c>&lt;circle&gt;</c> a derived type.</summary>
public readonly record struct WirePath(string Value) : IComparable<WirePath>
{
    public static readonly WirePath Root = new("$");

    public static readonly string Elements = "[]", Entries = "{}", Keys = "{key}";

    public WirePath Property(string name) => new($"{Value}.{name}");

    public WirePath Each(string part) => new(Value + part);

    public WirePath Case(string discriminator) => new($"{Value}<{discriminator}>");

    public int CompareTo(WirePath other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
