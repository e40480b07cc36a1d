using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Capabilities.Persist.KeyValue;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Wire;
using Klotho.Analysis.Wire.Extraction;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary><c>[Idempotent]</c> on a handler: a store of the unit's, and what the runtime does to it.</summary>
public sealed class IdempotentAnnotation : Annotation
{
    private const string Entry = "Klotho.HandledMessage";

    // What Inbox.HandleOnceAsync says of itself; a test holds the two together.
    private static readonly string[] Operations = ["IKeyValueStore.DeleteAsync", "IKeyValueStore.GetAsync", "IKeyValueStore.PutAsync"];

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

        if (symbol.Text(0) is { } key && MessageOf(method) is { } message && WhatIsWrong(key, message, method) is { } wrong)
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

    private static string? WhatIsWrong(string key, ITypeSymbol message, IMethodSymbol method)
    {
        if (KeyMember.Find(message, key, method) is not { } member)
        {
            var known = KeyMember.Names(message, method).ToArray();
            var hint = DidYouMean.Closest(key, known) is { } similar ? $"Did you mean nameof({message.ToMessage()}.{similar})?"
                : known.Length > 0 ? $"Take one of {string.Join(", ", known)}."
                : "Leave the key out, and messages go by their ids.";
            return $"is no property or field of '{message.ToMessage()}' that the wiring can read. {hint}";
        }

        if (Sensitivity.Find(member, WireOptions.Web).Member is { } written && Sensitivity.Of(member, Sensitivity.ParameterOf(written)))
        {
            return "is [Sensitive], and a store shows its keys. Take another member, or leave the key out.";
        }

        return KeyMember.Text(member) is null
            ? $"is of type '{KeyMember.TypeOf(member)?.ToMessage()}'. Take a member that is text, an integer, a Guid or an enum."
            : null;
    }
}
