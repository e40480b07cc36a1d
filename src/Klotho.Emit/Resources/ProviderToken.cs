namespace Klotho.Emit.Resources;

/// <summary>A resource type or function as the provider names it: <c>aws:sqs/queue:Queue</c>.</summary>
public readonly record struct ProviderToken(string Value) : IComparable<ProviderToken>
{
    public int CompareTo(ProviderToken other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
