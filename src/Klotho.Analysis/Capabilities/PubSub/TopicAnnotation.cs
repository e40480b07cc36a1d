using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Wire;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary><c>[PubSub("id")] ITopic&lt;T&gt;</c>: a publisher.</summary>
public sealed class TopicAnnotation : Annotation
{
    public const string Attribute = "Klotho.PubSubAttribute";

    public override string AttributeName => Attribute;

    public override string Expects => "ITopic<T>";

    public override EquatableArray<DiagnosticRule> Rules => TopicRules.All;

    public override bool AcceptsPlainKey => true;

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Type.Is("Klotho.ITopic`1");

    public override AnnotationReading Read(AnnotatedSymbol symbol)
    {
        if (symbol.Type is not INamedTypeSymbol type)
        {
            return AnnotationReading.Nothing;
        }

        var message = type.TypeArguments[0];
        return Unreadable(message, symbol, symbol.TypeLocation, EdgeKind.Publishes)
            ?? AnnotationReading.Of(new ResourceUse(NodeOf(symbol, message), symbol.Location, EdgeKind.Publishes, type.OperationNames()));
    }

    public override IEnumerable<KlothoDiagnostic> Check(EquatableArray<CapabilityUse> uses, EquatableArray<AttemptedUse> attempts) =>
        TopicChecks.Unpublished(uses, attempts).Concat(TopicChecks.Unsubscribed(uses, attempts));

    public override IEnumerable<PayloadType> Payloads(AnnotatedSymbol symbol) =>
        symbol.Type is INamedTypeSymbol type ? [PayloadType.Of(WireRole.Message, type.TypeArguments[0])] : [];

    /// <summary>The topic as one that publishes or subscribes sees it.</summary>
    internal static TopicNode NodeOf(AnnotatedSymbol symbol, ITypeSymbol message) =>
        new(new(TopicNode.Kind, symbol.Id), new([symbol.Location]), message.ToTypeName()) { OrderedBy = MessageMemberAttribute.OrderedBy.Of(message), FilteredBy = MessageMemberAttribute.FilteredBy.Of(message) };

    /// <summary>What is wrong with messages of another assembly that are to be told apart by what cannot be read.</summary>
    internal static AnnotationReading? Unreadable(ITypeSymbol message, AnnotatedSymbol symbol, SourceLocation location, EdgeKind relation) =>
        (MessageMemberAttribute.OrderedBy.WhatIsWrongElsewhere(message, location) ?? MessageMemberAttribute.FilteredBy.WhatIsWrongElsewhere(message, location)) is { } wrong
            ? wrong with { Attempt = AttemptOf(symbol, relation) }
            : null;

    /// <summary>What an attribute that is wrong was meant for.</summary>
    internal static AttemptedUse AttemptOf(AnnotatedSymbol symbol, EdgeKind relation) => new(new(TopicNode.Kind, symbol.Id), relation);

    public override WiringPart Wiring(CapabilityUse use) => TopicWiring.Of(use);
}
