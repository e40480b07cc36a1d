using Klotho.Analysis.Annotations;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>An attribute on the type of a topic's messages that names the member by which they are told apart.</summary>
public sealed class MessageMemberAttribute
{
    /// <summary><c>[OrderedBy]</c>: messages of one value keep their order.</summary>
    public static readonly MessageMemberAttribute OrderedBy = new("OrderedBy", "is [Sensitive], and a queue shows what it is ordered by. Take another member.");

    /// <summary><c>[FilteredBy]</c>: handlers may take those of some values only.</summary>
    public static readonly MessageMemberAttribute FilteredBy = new("FilteredBy", "is [Sensitive], and a topic shows what it is filtered by. Take another member.");

    private readonly KeyAdvice _advice;

    private MessageMemberAttribute(string title, string sensitive)
    {
        Title = title;
        _advice = new("public property or field", "Name a public member that is text, an integer, a Guid or an enum.", sensitive);
    }

    /// <summary>As people write it.</summary>
    public string Title { get; }

    /// <summary>The name of its class.</summary>
    public string ClassName => $"Klotho.{Title}Attribute";

    /// <summary>What it says, on the type itself or the nearest that it derives from; null where there is none or it is wrong.</summary>
    public MessageMember? Of(ITypeSymbol message) =>
        NameOn(message) is { } name && KeyMember.Find(message, name, null) is { } member && KeyMember.Text(member) is { } text ? new(name, text) : null;

    /// <summary>Why messages cannot be told apart by the member of that name; null where they can.</summary>
    public string? WhatIsWrong(string name, ITypeSymbol message) => KeyMember.WhatIsWrong(name, message, null, _advice);

    /// <summary>Messages of another assembly whose member cannot be read, which nobody says where it is written: without an error the attribute would count for nothing.</summary>
    public AnnotationReading? WhatIsWrongElsewhere(ITypeSymbol message, SourceLocation location) =>
        !message.Locations.Any(place => place.IsInSource) && NameOn(message) is { } name && WhatIsWrong(name, message) is { } wrong
            ? AnnotationReading.Wrong(TopicRules.NoMessageMember.At(location, name, Title, message.ToMessage(), wrong))
            : null;

    /// <summary>The member that the attribute names, right or wrong; null where there is no attribute.</summary>
    public string? NameOn(ITypeSymbol message)
    {
        for (var type = message; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is(ClassName)) is { } found)
            {
                return found.ConstructorArguments.FirstOrDefault().Value as string;
            }
        }

        return null;
    }
}
