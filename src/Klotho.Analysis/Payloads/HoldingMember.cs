using Klotho.Analysis.Annotations;
using Klotho.Analysis.Wire.Extraction;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Payloads;

/// <summary>A member that is written with other objects in it. It lives as long as the compilation.</summary>
/// <param name="Of">The type that is written, which has the member or inherits it.</param>
/// <param name="Symbol">The member.</param>
/// <param name="Held">What it holds.</param>
/// <param name="IsDeclared">Whether that is the type which the member is declared with, not one of those that stand behind it.</param>
/// <param name="IsMany">Whether it is a collection of them.</param>
internal sealed record HoldingMember(INamedTypeSymbol Of, ISymbol Symbol, INamedTypeSymbol Held, bool IsDeclared, bool IsMany)
{
    private static readonly string[] Upward = ["parent", "owner", "container", "manager", "root", "ancestor", "previous", "prev"];

    private static readonly string[] Downward = ["child", "left", "right", "first", "last", "next"];

    // One who reads these cannot add to them; who made them could, but then keeps the list from them on purpose.
    private static readonly string[] Unchangeable =
    [
        "System.Collections.Generic.IReadOnlyList`1", "System.Collections.Generic.IReadOnlyCollection`1", "System.Collections.Generic.IEnumerable`1",
        "System.Collections.Generic.IReadOnlyDictionary`2",
    ];

    public string Name => $"{WireTypeNames.Of(Of).Value}.{Symbol.Name}";

    /// <summary>Whether its name says that it leads to what the object is part of.</summary>
    public bool IsUpward => !IsMany && Words(Upward);

    /// <summary>Whether it is a collection, or its name says that it leads to a part of the object.</summary>
    public bool IsDownward => IsMany || Words(Downward);

    /// <summary>Whether it gets its last value before anybody else has the object, so that nothing made later can be in it.</summary>
    public bool IsFixed => Symbol is IPropertySymbol { SetMethod.IsInitOnly: true } property && (!IsMany || IsUnchangeable(property.Type));

    private bool Words(string[] words) =>
        WireNames.Of(Symbol.Name, WireNaming.SnakeCaseLower).Split('_') is var parts && (words.Contains(parts[0]) || words.Contains(parts[parts.Length - 1]));

    private static bool IsUnchangeable(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is "System.Collections.Immutable" or "System.Collections.Frozen" || Unchangeable.Any(name => type.Is(name));
}
