using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Opens topics that this process publishes to, and may subscribe to: <c>eventbridge://bus-arn?source=klotho.app</c>.</summary>
internal sealed class EventBridgeTopicProvider(IAwsClients clients, SubscriptionQueues queues) : IDriverProvider<ITopicDriver>
{
    private const string Form = "eventbridge://bus-arn?source=name, such as eventbridge://arn:aws:events:eu-central-1:123456789012:event-bus/bus?source=klotho.shop";

    public string Scheme => "eventbridge";

    public ITopicDriver Open(string id, ResourceBinding binding)
    {
        var parts = binding.Target.Split('?', 2);
        return parts is [var name, var query] && Arn.TryParse(name, out var bus) && bus.Service == "events" &&
            BindingOptions.Read(binding, query, ["source", ClaimPlaces.Option]) is var options && options.GetValueOrDefault("source") is { Length: > 0 } source
            ? new AwsTopicDriver(id, new EventBridgePublisher(id, new(() => clients.EventBridge(bus.Region)), bus, source), queues.Open(id), ClaimPlaces.Open(clients, binding, options))
            : throw binding.Malformed(Form);
    }
}
