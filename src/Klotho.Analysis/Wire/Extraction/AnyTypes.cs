using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>The types that stand for JSON itself. <c>object</c> is written as what it holds and read as an element.</summary>
internal static class AnyTypes
{
    private static readonly (string Name, AnyKind Kind)[] Known =
    [
        ("System.Text.Json.JsonElement", AnyKind.Anything),
        ("System.Text.Json.JsonDocument", AnyKind.Anything),
        ("System.Text.Json.Nodes.JsonNode", AnyKind.Anything),
        ("System.Text.Json.Nodes.JsonValue", AnyKind.Anything),
        ("System.Text.Json.Nodes.JsonArray", AnyKind.Array),
        ("System.Text.Json.Nodes.JsonObject", AnyKind.Object),
    ];

    public static AnyKind? Of(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Dynamic
            ? AnyKind.Anything
            : Known.Where(each => type.Is(each.Name)).Select(each => (AnyKind?)each.Kind).FirstOrDefault();
}
