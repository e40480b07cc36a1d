using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>How schemas name types.</summary>
internal static class WireTypeNames
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.ExpandNullable);

    public static WireTypeName Of(ITypeSymbol type) => new(type.ToDisplayString(Format));

    /// <summary>An enum that is written by name is a type of its own.</summary>
    public static WireTypeName OfEnum(ITypeSymbol type, bool byName) => new(Of(type).Value + (byName ? ":names" : ""));

    /// <summary>The type under <c>Nullable&lt;T&gt;</c>.</summary>
    public static ITypeSymbol? UnderNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : null;
}
