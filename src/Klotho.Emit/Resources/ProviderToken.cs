namespace Klotho.Emit.Resources;

/// <summary>A resource type or function as the provider names it: <c>aws:sqs/queue:Queue</c>.</summary>
public readonly record struct ProviderToken(string Value) : IComparable<ProviderToken>
{
    private const string Providers = "pulumi:providers:";

    /// <summary>The provider's short name: <c>aws</c>.</summary>
    public string Provider => IsProvider ? Value[Providers.Length..] : Value[..Value.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>Whether this is the resource that stands for a provider with a configuration of its own.</summary>
    public bool IsProvider => Value.StartsWith(Providers, StringComparison.Ordinal);

    public int CompareTo(ProviderToken other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
