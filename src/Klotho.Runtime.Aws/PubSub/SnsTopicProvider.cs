using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Opens topics that this process publishes to, and may subscribe to: <c>sns://topic-arn</c>, with <c>?claims=bucket/prefix</c> where
/// payloads may be larger than the topic takes.</summary>
internal sealed class SnsTopicProvider(IAwsClients clients, SubscriptionQueues queues) : IDriverProvider<ITopicDriver>
{
    public string Scheme => "sns";

    public ITopicDriver Open(string id, ResourceBinding binding)
    {
        var parts = binding.Target.Split('?', 2);
        var options = BindingOptions.Read(binding, parts.Length > 1 ? parts[1] : "", [ClaimPlaces.Option]);
        return Arn.TryParse(parts[0], out var topic) && topic.Service == "sns"
            ? new AwsTopicDriver(id, new SnsPublisher(new(() => clients.Sns(topic.Region)), topic), queues.Open(id), ClaimPlaces.Open(clients, binding, options))
            : throw binding.Malformed("sns://topic-arn, such as sns://arn:aws:sns:eu-central-1:123456789012:topic");
    }
}
