using Klotho.Analysis.Annotations;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary><c>[OrderedBy]</c> on the type of messages. It makes no node: topics of the type read it, and this tells of members that order nothing.</summary>
public sealed class OrderedByAnnotation : Annotation
{
    public override string AttributeName => OrderingKey.Attribute;

    public override string Expects => "the type of a topic's messages";

    public override (string Id, SourceLocation Location) IdOf(AnnotatedSymbol symbol) => ("ordered-by", symbol.Location);

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Symbol is INamedTypeSymbol;

    public override AnnotationReading Read(AnnotatedSymbol symbol) =>
        symbol.Symbol is INamedTypeSymbol message && symbol.Text(0) is { } key && OrderingKey.WhatIsWrong(key, message) is { } wrong
            ? AnnotationReading.Wrong(TopicRules.NoOrderingKey.At(symbol.ArgumentLocation(0), key, message.ToMessage(), wrong))
            : AnnotationReading.Nothing;

    public override WiringPart Wiring(CapabilityUse use) => throw new NotSupportedException("No use comes of [OrderedBy].");
}
