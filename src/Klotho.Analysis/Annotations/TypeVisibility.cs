using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Annotations;

/// <summary>Which of the user's symbols the generated wiring, a file of its own in the same assembly, can name.</summary>
public static class TypeVisibility
{
    /// <summary>Whether wiring can name the type, its type arguments and what contains it.</summary>
    public static bool IsNameable(this ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.IsNameable(),
        IDynamicTypeSymbol => true,
        INamedTypeSymbol { IsAnonymousType: true } => false,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(element => element.Type.IsNameable()),
        INamedTypeSymbol { IsFileLocal: true } => false,
        INamedTypeSymbol named => IsVisible(named.DeclaredAccessibility)
            && named.TypeArguments.All(IsNameable)
            && (named.ContainingType is null || named.ContainingType.IsNameable()),
        _ => false,
    };

    /// <summary>Whether wiring can call the method, and name what it takes and gives.</summary>
    public static bool IsCallable(this IMethodSymbol method) =>
        IsVisible(method.DeclaredAccessibility)
        && method.ContainingType.IsNameable()
        && method.Parameters.All(parameter => parameter.Type.IsNameable());

    private static bool IsVisible(Accessibility accessibility) =>
        accessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
