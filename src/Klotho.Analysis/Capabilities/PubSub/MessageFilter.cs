using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>What <c>Only</c> of a handler says: the values of the message's member whose messages it takes.</summary>
internal static class MessageFilter
{
    public const string Argument = "Only";

    /// <summary>Why the handler gets no message or not the right ones, as the end of a sentence and how to mend it; null where nothing is wrong.</summary>
    public static string? WhatIsWrong(EquatableArray<string> only, ITypeSymbol message)
    {
        if (MessageMemberAttribute.FilteredBy.NameOn(message) is not { } name)
        {
            return $"fits nothing, because '{message.ToMessage()}' does not say what its messages are told apart by. Put [FilteredBy(nameof(...))] on it.";
        }

        // A message with an empty value is none of those that are told apart.
        if (only.Count == 0 || only.Items.Contains(""))
        {
            return $"{(only.Count == 0 ? "is empty" : "names an empty value")}, so it gets no message. Name values of '{name}', or leave {Argument} out.";
        }

        return KeyMember.Find(message, name, null) is { } member ? NoValue(only, member) : null;
    }

    // Of text and numbers, any is a value.
    private static string? NoValue(EquatableArray<string> only, ISymbol member)
    {
        if (Enumeration(KeyMember.TypeOf(member)) is not { } enumeration)
        {
            return null;
        }

        var known = enumeration.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).Select(field => field.Name).ToList();
        if (only.Items.FirstOrDefault(value => !known.Contains(value)) is not { } unknown)
        {
            return null;
        }

        var hint = DidYouMean.Closest(unknown, known) is { } meant ? $"Did you mean \"{meant}\"?" : $"Take nameof({enumeration.ToMessage()}.{known.FirstOrDefault()}) or another of its values.";
        return $"names \"{unknown}\", which is no value of '{enumeration.ToMessage()}'. {hint}";
    }

    private static ITypeSymbol? Enumeration(ITypeSymbol? type) => type switch
    {
        { TypeKind: TypeKind.Enum } => type,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Enumeration(nullable.TypeArguments[0]),
        _ => null,
    };
}
