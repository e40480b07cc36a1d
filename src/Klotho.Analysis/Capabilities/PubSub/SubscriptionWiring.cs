using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;

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
            $"new global::Klotho.Wiring.SubscriptionDeclaration<{types}>({names},\n    static async (target, message, context, cancel) => await {HandlerCall.On("target", handler)}.ConfigureAwait(false)){Once(subscription.Once)}");
    }

    private static string Once(HandledOnce? once) => once switch
    {
        null => "",
        { Key: { } key } => $"\n    {{ Once = new({CSharpLiteral.Of(once.Store)}, static message => {key}) }}",
        _ => $"\n    {{ Once = new({CSharpLiteral.Of(once.Store)}) }}",
    };
}
