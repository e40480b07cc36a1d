using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>The attributes of System.Text.Json on a symbol.</summary>
internal static class JsonAttributes
{
    private const string Space = "System.Text.Json.Serialization.";

    /// <summary>The attribute of a short name: <c>JsonIgnore</c>.</summary>
    public static AttributeData? Json(this ISymbol symbol, string name) => symbol.AllJson(name).FirstOrDefault();

    public static IEnumerable<AttributeData> AllJson(this ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => attribute.AttributeClass.Is($"{Space}{name}Attribute"));

    /// <summary>The converter attribute, or an attribute of the application that derives from it.</summary>
    public static AttributeData? Converter(this ISymbol symbol) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is($"{Space}JsonConverterAttribute")
            || attribute.AttributeClass.DerivesFrom($"{Space}JsonConverterAttribute"));

    public static object? Argument(this AttributeData attribute, int index = 0) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index].Kind != TypedConstantKind.Array
            ? attribute.ConstructorArguments[index].Value
            : null;

    public static object? Named(this AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(each => each.Key == name).Value.Value;
}
