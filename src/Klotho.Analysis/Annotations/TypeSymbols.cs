using System.Runtime.CompilerServices;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Annotations;

/// <summary>Questions about types, answered by name: the runtime may be source, an assembly, or an older version.</summary>
public static class TypeSymbols
{
    private static readonly SymbolDisplayFormat Spelling = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    // An application has a few interfaces of resources, and hundreds of places that use them.
    private static readonly ConditionalWeakTable<ITypeSymbol, string[]> KnownOperations = new();

    private static readonly SymbolDisplayFormat Plain = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Whether the type is the one of this metadata name, whatever its type arguments.</summary>
    public static bool Is(this ITypeSymbol? type, string metadataName)
    {
        var dot = metadataName.LastIndexOf('.');
        return type is INamedTypeSymbol { ContainingType: null } named
            && string.CompareOrdinal(named.MetadataName, 0, metadataName, dot + 1, int.MaxValue) == 0
            && named.ContainingNamespace.IsNamed(metadataName, dot);
    }

    /// <summary>Whether the type derives from the one of this metadata name.</summary>
    public static bool DerivesFrom(this ITypeSymbol? type, string metadataName)
    {
        for (var current = type?.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Is(metadataName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As generated code spells the type, never itself nullable (its type arguments may be).</summary>
    public static TypeName ToTypeName(this ITypeSymbol type) =>
        new((type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type).ToDisplayString(Spelling));

    /// <summary>As <see cref="ToTypeName"/>, but says where null is allowed at the top too.</summary>
    public static TypeName ToAnnotatedTypeName(this ITypeSymbol type) =>
        new(type.ToDisplayString(type.NullableAnnotation == NullableAnnotation.Annotated ? NullableFlowState.MaybeNull : NullableFlowState.NotNull, Spelling));

    /// <summary>The full name with dots between all its parts, and no escapes: how calls between units name an interface.</summary>
    public static string FullName(this INamedTypeSymbol type) => type.ToDisplayString(Plain);

    /// <summary>As messages name a type.</summary>
    public static string ToMessage(this ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>The operations of an interface as edges name them, sorted: <c>IBlobStore.ReadAsync</c>.</summary>
    public static EquatableArray<string> OperationNames(this ITypeSymbol type) => KnownOperations.GetValue(type.OriginalDefinition, ReadOperations).ToEquatableArray();

    /// <summary>How edges name a member of a resource; null for accessors, which go by their property.</summary>
    public static string? OperationName(this ISymbol member) =>
        member is IMethodSymbol { AssociatedSymbol: not null } ? null : $"{member.ContainingType.Name}.{member.Name}";

    private static string[] ReadOperations(ITypeSymbol type) =>
        type.AllInterfaces.Prepend(type)
            .SelectMany(each => each.GetMembers().Where(member => (member.IsAbstract || member.IsVirtual) && !member.IsStatic).Select(OperationName))
            .OfType<string>()
            .Distinct()
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToArray();

    private static bool IsNamed(this INamespaceSymbol? space, string name, int end)
    {
        while (space is { IsGlobalNamespace: false } && end > 0)
        {
            var dot = name.LastIndexOf('.', end - 1);
            var length = end - dot - 1;
            if (space.Name.Length != length || string.CompareOrdinal(space.Name, 0, name, dot + 1, length) != 0)
            {
                return false;
            }

            end = dot;
            space = space.ContainingNamespace;
        }

        return end <= 0 && space is null or { IsGlobalNamespace: true };
    }
}
