using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>Whether a member of a reference type gives null and takes it, by its annotations.</summary>
internal sealed record Nullability(bool GetsNull, bool TakesNull)
{
    private const string Space = "System.Diagnostics.CodeAnalysis.";

    public static Nullability Of(ISymbol member, IParameterSymbol? parameter)
    {
        var isNullable = IsNullable(TypeOf(member.OriginalDefinition));
        return new(
            Has(member, "MaybeNull") || (isNullable && !Has(member, "NotNull")),
            parameter is null
                ? Has(member, "AllowNull") || (isNullable && !Has(member, "DisallowNull"))
                : Has(parameter, "AllowNull") || (IsNullable(parameter.OriginalDefinition.Type) && !Has(parameter, "DisallowNull")));
    }

    // What a type parameter stands for is not seen at run time: it is taken to be nullable unless its constraint says no.
    private static bool IsNullable(ITypeSymbol type) =>
        type.NullableAnnotation != NullableAnnotation.NotAnnotated
        || type is ITypeParameterSymbol { HasNotNullConstraint: false, HasValueTypeConstraint: false, HasReferenceTypeConstraint: false };

    private static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    private static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(each => each.AttributeClass.Is($"{Space}{attribute}Attribute"));
}
