using Klotho.Analysis.Annotations;
using Klotho.Analysis.Wire.Extraction;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>A property or field of a message that tells messages apart, named by an attribute.</summary>
internal static class KeyMember
{
    /// <summary>The member that the generated wiring can read, of the type or one that it derives from; with no reader, that any wiring can.</summary>
    public static ISymbol? Find(ITypeSymbol message, string name, ISymbol? reader) =>
        Of(message, reader).FirstOrDefault(member => member.Name == name);

    /// <summary>What can be named instead of a name that is none.</summary>
    public static IEnumerable<string> Names(ITypeSymbol message, ISymbol? reader) =>
        Of(message, reader).Where(member => Text(member) is not null).Select(member => member.Name).Distinct().OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>The member's value as text, the same everywhere; null where its type has no such text.</summary>
    public static string? Text(ISymbol member)
    {
        var access = $"message.{CSharpName.Escaped(member.Name)}";
        return TypeOf(member) switch
        {
            { SpecialType: SpecialType.System_String } => access,
            { } type when IsPlain(type) => $"global::System.FormattableString.Invariant($\"{{{access}}}\")",
            _ => null,
        };
    }

    /// <summary>Why the member of that name cannot be a key, as the end of a sentence and how to mend it; null where it can.</summary>
    public static string? WhatIsWrong(string name, ITypeSymbol message, ISymbol? reader, KeyAdvice advice)
    {
        if (Find(message, name, reader) is not { } member)
        {
            var known = Names(message, reader).ToArray();
            var hint = DidYouMean.Closest(name, known) is { } similar ? $"Did you mean nameof({message.ToMessage()}.{similar})?"
                : known.Length > 0 ? $"Take one of {string.Join(", ", known)}."
                : advice.Otherwise;
            return $"is no {advice.Noun} of '{message.ToMessage()}' that the wiring can read. {hint}";
        }

        if (Sensitivity.Find(member, WireOptions.Web).Member is { } written && Sensitivity.Of(member, Sensitivity.ParameterOf(written)))
        {
            return advice.Sensitive;
        }

        return Text(member) is null
            ? $"is of type '{TypeOf(member)?.ToMessage()}'. Take a member that is text, an integer, a Guid or an enum."
            : null;
    }

    public static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    private static bool IsPlain(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsPlain(nullable.TypeArguments[0]),
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } => true,
        _ => type.Is("System.Guid"),
    };

    private static IEnumerable<ISymbol> Of(ITypeSymbol message, ISymbol? reader)
    {
        for (var type = message; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers().Where(member => !member.IsStatic && !member.IsImplicitlyDeclared && IsReadable(member, reader)))
            {
                yield return member;
            }
        }
    }

    private static bool IsReadable(ISymbol member, ISymbol? reader) => member switch
    {
        IPropertySymbol { IsIndexer: false, GetMethod: { } getter } => IsVisible(getter, reader),
        IFieldSymbol => IsVisible(member, reader),
        _ => false,
    };

    private static bool IsVisible(ISymbol member, ISymbol? reader) => member.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => reader is not null && SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, reader.ContainingAssembly),
        _ => false,
    };
}
