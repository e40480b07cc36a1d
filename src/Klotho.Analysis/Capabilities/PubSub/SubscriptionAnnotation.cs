using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Wire;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary><c>[PubSub("id")]</c> on a method: a subscriber.</summary>
public sealed class SubscriptionAnnotation : Annotation
{
    public override string AttributeName => TopicAnnotation.Attribute;

    public override string Expects => "a method that handles messages";

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Symbol is IMethodSymbol;

    public override AnnotationReading Read(AnnotatedSymbol symbol)
    {
        if (symbol.Symbol is not IMethodSymbol method)
        {
            return AnnotationReading.Nothing;
        }

        var messages = method.Parameters.Where(parameter => HandlerShape.KnownArgument(parameter) is null).ToArray();
        var wrong = HandlerShape.WhatIsWrong(method) ?? messages.Length switch
        {
            0 => "takes no message",
            > 1 => $"takes '{messages[1].Name}', which is neither the message nor a CancellationToken or MessageContext",
            _ => messages[0].RefKind == RefKind.None ? null : $"takes '{messages[0].Name}' by reference",
        };
        if (wrong is not null)
        {
            return AnnotationReading.Wrong(TopicRules.HandlerSignature.At(symbol.SymbolLocation, method.ToMessage(), symbol.Id, wrong)) with
            {
                Attempt = TopicAnnotation.AttemptOf(symbol, EdgeKind.Delivers),
            };
        }

        if (TopicAnnotation.Unreadable(messages[0].Type, symbol, symbol.LocationOf(messages[0]), EdgeKind.Delivers) is { } unreadable)
        {
            return unreadable;
        }

        var topic = TopicAnnotation.NodeOf(symbol, messages[0].Type);
        var handler = new HandlerMethod(
            method.ContainingType.ToTypeName(),
            method.Name,
            method.Parameters.Select(parameter => HandlerShape.KnownArgument(parameter) ?? HandlerArgument.Message).ToEquatableArray(),
            UnitMembership.UnitOf(method.ContainingType));
        var only = symbol.Texts(MessageFilter.Argument);
        var reading = AnnotationReading.Of(new Subscription(topic, symbol.SymbolLocation, handler)
        {
            Once = HandledOnce.On(method, messages[0].Type),
            Only = only ?? EquatableArray<string>.Empty,
        });

        // With a filter that fits nothing it subscribes all the same, so that nobody is told besides that the topic has no handler.
        return only is { } values && MessageFilter.WhatIsWrong(values, messages[0].Type) is { } unfit
            ? reading with { Diagnostics = new([TopicRules.FitsNoMessage.At(symbol.ArgumentLocation(MessageFilter.Argument), method.ToMessage(), symbol.Id, unfit)]) }
            : reading;
    }

    public override IEnumerable<CapabilityEdge> Edges(CapabilityUse use, EquatableArray<CapabilityNode> nodes)
    {
        if (use is Subscription { Handler: var handler } subscription)
        {
            var step = new WitnessStep(handler.Display, use.Location);
            yield return new(use.Node.Id, handler.Unit, EdgeKind.Delivers, new([new OperationUse(handler.Display, new([step])) { Only = subscription.Only }]));
        }
    }

    /// <summary>The readable name of a handler is the name of its queue, so no two may share it.</summary>
    public override IEnumerable<KlothoDiagnostic> Check(EquatableArray<CapabilityUse> uses, EquatableArray<AttemptedUse> attempts) =>
        uses.Items.OfType<Subscription>()
            .GroupBy(subscription => (subscription.Topic.Id, subscription.Handler.Display))
            .Where(same => same.Count() > 1)
            .Select(same => TopicRules.HandlersOfOneName.At(same.Select(each => each.Location), same.Key.Id.Name, same.Key.Display));

    /// <summary>Only asked for where nobody publishes: the message is the publisher's to say.</summary>
    public override IEnumerable<PayloadType> Payloads(AnnotatedSymbol symbol) =>
        symbol.Symbol is IMethodSymbol method && method.Parameters.FirstOrDefault(parameter => HandlerShape.KnownArgument(parameter) is null) is { } message
            ? [PayloadType.Of(WireRole.Message, message.Type)]
            : [];

    public override WiringPart Wiring(CapabilityUse use) => SubscriptionWiring.Of(use);
}
