using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Capabilities.Persist.KeyValue;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Wire;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary><c>[Idempotent]</c> on a handler: a store of the unit's, and what the runtime does to it.</summary>
public sealed class IdempotentAnnotation : Annotation
{
    private const string Entry = "Klotho.HandledMessage";

    // What Inbox.HandleOnceAsync says of itself; a test holds the two together.
    private static readonly string[] Operations = ["IKeyValueStore.DeleteAsync", "IKeyValueStore.GetAsync", "IKeyValueStore.PutExpiringAsync"];

    private static readonly KeyAdvice Advice = new(
        "property or field", "Leave the key out, and messages go by their ids.", "is [Sensitive], and a store shows its keys. Take another member, or leave the key out.");

    public override string AttributeName => HandledOnce.Attribute;

    public override string Expects => "a method that handles messages";

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Symbol is IMethodSymbol;

    public override (string Id, SourceLocation Location) IdOf(AnnotatedSymbol symbol) => symbol.Symbol is IMethodSymbol method
        ? (HandledOnce.StoreOf(method, symbol.Attribute), symbol.ArgumentLocation("Store"))
        : base.IdOf(symbol);

    public override AnnotationReading Read(AnnotatedSymbol symbol)
    {
        if (symbol.Symbol is not IMethodSymbol method)
        {
            return AnnotationReading.Nothing;
        }

        if (!method.GetAttributes().Any(attribute => attribute.AttributeClass.Is(TopicAnnotation.Attribute)))
        {
            return AnnotationReading.Wrong(TopicRules.NoMessagesToHandleOnce.At(symbol.Location, method.ToMessage()));
        }

        if (symbol.Text(0) is { } key && MessageOf(method) is { } message && KeyMember.WhatIsWrong(key, message, method, Advice) is { } wrong)
        {
            return AnnotationReading.Wrong(TopicRules.NoKey.At(symbol.ArgumentLocation(0), key, method.ToMessage(), wrong));
        }

        var node = new KeyValueNode(new(KeyValueNode.Kind, IdOf(symbol).Id), new([symbol.Location]), new($"global::{Entry}"));
        return AnnotationReading.Of(new InboxUse(node, symbol.Location, $"{method.ContainingType.Name}.{method.Name}", UnitMembership.UnitOf(method.ContainingType)));
    }

    public override IEnumerable<CapabilityEdge> Edges(CapabilityUse use, EquatableArray<CapabilityNode> nodes)
    {
        if (use is InboxUse inbox)
        {
            var witness = new EquatableArray<WitnessStep>([new(inbox.Handler, use.Location)]);
            yield return new(inbox.Unit, use.Node.Id, EdgeKind.Uses, new([.. Operations.Select(operation => new OperationUse(operation, witness))]));
        }
    }

    public override IEnumerable<PayloadType> Payloads(AnnotatedSymbol symbol) =>
        symbol.Attribute.AttributeClass?.ContainingAssembly.GetTypeByMetadataName(Entry) is { } entry ? [PayloadType.Of(WireRole.Value, entry)] : [];

    public override WiringPart Wiring(CapabilityUse use) => KeyValueWiring.Of(use);

    private static ITypeSymbol? MessageOf(IMethodSymbol method) =>
        method.Parameters.FirstOrDefault(parameter => HandlerShape.KnownArgument(parameter) is null)?.Type;
}
