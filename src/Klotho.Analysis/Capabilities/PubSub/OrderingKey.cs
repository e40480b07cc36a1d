using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary><c>[OrderedBy]</c> on the type of a topic's messages.</summary>
/// <param name="Member">The name of the property or field.</param>
/// <param name="Text">The expression of its value as text, of a variable <c>message</c>.</param>
public sealed record OrderingKey(string Member, string Text)
{
    public const string Attribute = "Klotho.OrderedByAttribute";

    /// <summary>What the attribute says, of the type itself or the nearest that it derives from; null where there is none or it is wrong.</summary>
    public static OrderingKey? Of(ITypeSymbol message) =>
        NameOn(message) is { } name && KeyMember.Find(message, name, null) is { } member && KeyMember.Text(member) is { } text ? new(name, text) : null;

    /// <summary>What is wrong with the attribute on a message of another assembly, which nobody says where it is written; null where nothing is.</summary>
    public static string? WhatIsWrongElsewhere(ITypeSymbol message) =>
        NameOn(message) is { } name && !message.Locations.Any(location => location.IsInSource) ? WhatIsWrong(name, message) : null;

    /// <summary>Why messages cannot be ordered by the member of that name; null where they can.</summary>
    public static string? WhatIsWrong(string name, ITypeSymbol message) => KeyMember.WhatIsWrong(
        name, message, null, new("public property or field", "Name a public member that is text, an integer, a Guid or an enum.", "is [Sensitive], and a queue shows what it is ordered by. Take another member."));

    /// <summary>The member that the attribute names, right or wrong; null where there is no attribute.</summary>
    public static string? NameOn(ITypeSymbol message)
    {
        for (var type = message; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is(Attribute)) is { } found)
            {
                return found.ConstructorArguments.FirstOrDefault().Value as string;
            }
        }

        return null;
    }
}
