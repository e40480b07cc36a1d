namespace Klotho.Runtime.Tests.Host;

/// <summary>What the books say of a sale; two of one sale are a mistake.</summary>
public sealed class LedgerEntry
{
    public int Id { get; init; }

    public int Sale { get; init; }
}
