using System.Globalization;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>Reads an enum.</summary>
internal static class EnumReader
{
    /// <summary>The enum, by name with a naming policy or, without one, by number.</summary>
    public static WireEnum Read(WireTypeName name, INamedTypeSymbol type, WireNaming? byName, bool readsNumbers) => new(
        name,
        ScalarTypes.OfSpecial(type.EnumUnderlyingType?.SpecialType ?? SpecialType.System_Int32) ?? WireScalarKind.Int32,
        byName is not null,
        byName is null || readsNumbers,
        type.GetAttributes().Any(attribute => attribute.AttributeClass.Is("System.FlagsAttribute")),
        type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue)
            .Select(field => new WireEnumMember(field.Name, Written(field, byName), Convert.ToDecimal(field.ConstantValue, CultureInfo.InvariantCulture)))
            .OrderBy(member => member.Value)
            .ThenBy(member => member.Name, StringComparer.Ordinal)
            .ToEquatableArray());

    private static string Written(IFieldSymbol field, WireNaming? byName) =>
        byName is not { } naming ? field.Name
        : field.Json("JsonStringEnumMemberName")?.Argument() as string ?? WireNames.Of(field.Name, naming);
}
