using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>The runtime declaration of a subscription, and of the class that handles its messages.</summary>
internal static class SubscriptionWiring
{
    public static WiringPart Of(CapabilityUse use)
    {
        if (use is not Subscription { Topic: var topic, Handler: var handler } subscription)
        {
            return WiringPart.Nothing;
        }

        var types = $"{handler.Class.Source}, {topic.MessageType.Source}";
        var names = $"{CSharpLiteral.Of(topic.Id.Name)}, {CSharpLiteral.Of(handler.Unit.Name)}, {CSharpLiteral.Of(handler.Display)}";
        return WiringPart.Of(
            ExecUnitWiring.Class(handler.Unit.Name, handler.Class),
            $"new global::Klotho.Wiring.SubscriptionDeclaration<{types}>({names},\n    static async (target, message, context, cancel) => await {HandlerCall.On("target", handler)}.ConfigureAwait(false)){Options(subscription)}");
    }

    private static string Options(Subscription subscription)
    {
        string[] options =
        [
            .. subscription.Topic.OrderedBy is null ? Array.Empty<string>() : ["IsOrdered = true"],
            .. subscription is { Only.Count: > 0, Topic.FilteredBy: { } by } ? [Only(by, subscription.Only)] : Array.Empty<string>(),
            .. subscription.Once is { } once ? [Once(once)] : Array.Empty<string>(),
        ];
        return options.Length == 0 ? "" : $"\n    {{ {string.Join(", ", options)} }}";
    }

    private static string Only(MessageMember by, EquatableArray<string> values) =>
        $"Only = new(static message => {by.Text}, {string.Join(", ", values.Items.Select(CSharpLiteral.Of))})";

    private static string Once(HandledOnce once) => once.Key is { } key
        ? $"Once = new({CSharpLiteral.Of(once.Store)}, static message => {key})"
        : $"Once = new({CSharpLiteral.Of(once.Store)})";
}
