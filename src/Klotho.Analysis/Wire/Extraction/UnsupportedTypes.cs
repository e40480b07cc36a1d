using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>The types that System.Text.Json refuses, with the reason as the end of a sentence.</summary>
internal static class UnsupportedTypes
{
    public static string? ReasonOf(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Delegate } => "is a delegate",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "is a pointer",
        { TypeKind: TypeKind.TypeParameter } => "is not a type yet",
        { TypeKind: TypeKind.Error } => "is not known",
        { IsRefLikeType: true } => "lives on the stack",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => "is a handle of the machine",
        IArrayTypeSymbol { Rank: > 1 } => "is an array of several dimensions",
        _ when type.Is("System.Reflection.MemberInfo") || type.DerivesFrom("System.Reflection.MemberInfo") => "describes code",
        _ when type.Is("System.Runtime.Serialization.SerializationInfo") => "is not data",
        _ when Implementation.Of(type, "System.Collections.Generic.IAsyncEnumerable`1") is not null => "is read asynchronously, which a payload is not",
        _ => null,
    };
}
