using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>
/// What can hold a resource: a parameter, local, field or property (of any instance: field-based); for a method, what
/// it returns; for a resource's type with a key, what dependency injection resolves for the key.
/// </summary>
internal readonly struct Variable(ISymbol symbol, string? key = null) : IEquatable<Variable>
{
    /// <summary>The key that stands for one that is not known before run time.</summary>
    public const string AnyKey = "*";

    public ISymbol Symbol { get; } = symbol.OriginalDefinition;

    public string? Key { get; } = key;

    public bool Equals(Variable other) => SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol) && Key == other.Key;

    public override bool Equals(object? obj) => obj is Variable other && Equals(other);

    // With the key: an application has as many of one interface as it has resources.
    public override int GetHashCode() =>
        (SymbolEqualityComparer.Default.GetHashCode(Symbol) * 397) ^ (Key is null ? 0 : StringComparer.Ordinal.GetHashCode(Key));
}
