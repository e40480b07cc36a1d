using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>The keys that the binder of configuration looks for when it fills an object: one for each public property, in objects of its own too.</summary>
internal static class OptionKeys
{
    // The binder would go on; nobody writes options that deep.
    private const int Deepest = 8;

    public static IEnumerable<string> Of(ITypeSymbol? type, string path, int depth = 0)
    {
        var properties = type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } && !type.DeclaringSyntaxReferences.IsEmpty && depth < Deepest
            ? Properties(type).ToList()
            : [];
        if (properties.Count == 0)
        {
            yield return IsScalar(type) && path.Length > 0 ? path : path.Length == 0 ? "*" : $"{path}:*";
            yield break;
        }

        foreach (var property in properties)
        {
            var key = path.Length == 0 ? property.Name : $"{path}:{property.Name}";
            foreach (var each in Of(property.Type, key, depth + 1))
            {
                yield return each;
            }
        }
    }

    private static bool IsScalar(ITypeSymbol? type) =>
        type is { SpecialType: not SpecialType.None and not SpecialType.System_Object } or { TypeKind: TypeKind.Enum }
        || type is INamedTypeSymbol { ContainingNamespace.Name: "System" };

    private static IEnumerable<IPropertySymbol> Properties(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>().Where(each => each is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public }))
            {
                yield return property;
            }
        }
    }
}
