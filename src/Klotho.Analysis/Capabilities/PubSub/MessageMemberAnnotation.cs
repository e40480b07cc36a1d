using Klotho.Analysis.Annotations;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary><c>[OrderedBy]</c> or <c>[FilteredBy]</c> on the type of messages. It makes no node: topics of the type read it, and this tells of members that tell nothing apart.</summary>
public sealed class MessageMemberAnnotation(MessageMemberAttribute attribute, string id) : Annotation
{
    public override string AttributeName => attribute.ClassName;

    public override string Expects => "the type of a topic's messages";

    public override (string Id, SourceLocation Location) IdOf(AnnotatedSymbol symbol) => (id, symbol.Location);

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Symbol is INamedTypeSymbol;

    public override AnnotationReading Read(AnnotatedSymbol symbol) =>
        symbol.Symbol is INamedTypeSymbol message && symbol.Text(0) is { } member && attribute.WhatIsWrong(member, message) is { } wrong
            ? AnnotationReading.Wrong(TopicRules.NoMessageMember.At(symbol.ArgumentLocation(0), member, attribute.Title, message.ToMessage(), wrong))
            : AnnotationReading.Nothing;

    public override WiringPart Wiring(CapabilityUse use) => throw new NotSupportedException($"No use comes of [{attribute.Title}].");
}
