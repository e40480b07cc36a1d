using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>The types that System.Text.Json has a converter of its own for.</summary>
internal static class ScalarTypes
{
    private static readonly Dictionary<string, WireScalarKind> ByName = new(StringComparer.Ordinal)
    {
        ["System.Guid"] = WireScalarKind.Guid,
        ["System.DateTimeOffset"] = WireScalarKind.DateTimeOffset,
        ["System.DateOnly"] = WireScalarKind.DateOnly,
        ["System.TimeOnly"] = WireScalarKind.TimeOnly,
        ["System.TimeSpan"] = WireScalarKind.TimeSpan,
        ["System.Uri"] = WireScalarKind.Uri,
        ["System.Version"] = WireScalarKind.Version,
        ["System.Half"] = WireScalarKind.Half,
        ["System.Int128"] = WireScalarKind.Int128,
        ["System.UInt128"] = WireScalarKind.UInt128,
    };

    public static WireScalarKind? Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => WireScalarKind.Bytes,
        INamedTypeSymbol memory when IsMemory(memory) && memory.TypeArguments[0].SpecialType == SpecialType.System_Byte => WireScalarKind.Bytes,
        _ => OfSpecial(type.SpecialType)
            ?? ByName.Where(each => type.Is(each.Key)).Select(each => (WireScalarKind?)each.Value).FirstOrDefault(),
    };

    public static bool IsMemory(INamedTypeSymbol type) => type.Is("System.Memory`1") || type.Is("System.ReadOnlyMemory`1");

    public static WireScalarKind? OfSpecial(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => WireScalarKind.Boolean,
        SpecialType.System_Char => WireScalarKind.Char,
        SpecialType.System_SByte => WireScalarKind.SByte,
        SpecialType.System_Byte => WireScalarKind.Byte,
        SpecialType.System_Int16 => WireScalarKind.Int16,
        SpecialType.System_UInt16 => WireScalarKind.UInt16,
        SpecialType.System_Int32 => WireScalarKind.Int32,
        SpecialType.System_UInt32 => WireScalarKind.UInt32,
        SpecialType.System_Int64 => WireScalarKind.Int64,
        SpecialType.System_UInt64 => WireScalarKind.UInt64,
        SpecialType.System_Decimal => WireScalarKind.Decimal,
        SpecialType.System_Single => WireScalarKind.Single,
        SpecialType.System_Double => WireScalarKind.Double,
        SpecialType.System_String => WireScalarKind.String,
        SpecialType.System_DateTime => WireScalarKind.DateTime,
        _ => null,
    };
}
