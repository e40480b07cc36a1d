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

    public override AnnotationReading Read(AnnotatedSymbol symbol) =>
        symbol.Type is not INamedTypeSymbol type
            ? AnnotationReading.Nothing
            : AnnotationReading.Of(new ResourceUse(
                new TopicNode(new(TopicNode.Kind, symbol.Id), new([symbol.Location]), type.TypeArguments[0].ToTypeName()),
                symbol.Location,
                EdgeKind.Publishes,
                type.OperationNames()));

    public override IEnumerable<KlothoDiagnostic> Check(EquatableArray<CapabilityUse> uses) =>
        TopicChecks.Unpublished(uses).Concat(TopicChecks.Unsubscribed(uses));

    public override IEnumerable<PayloadType> Payloads(AnnotatedSymbol symbol) =>
        symbol.Type is INamedTypeSymbol type ? [PayloadType.Of(WireRole.Message, type.TypeArguments[0])] : [];

    public override WiringPart Wiring(CapabilityUse use) => TopicWiring.Of(use);
}
