using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Opens topics that this process publishes to, and may subscribe to: <c>sns://topic-arn</c>.</summary>
internal sealed class SnsTopicProvider(IAwsClients clients, SubscriptionQueues queues) : IDriverProvider<ITopicDriver>
{
    public string Scheme => "sns";

    public ITopicDriver Open(string id, ResourceBinding binding) =>
        Arn.TryParse(binding.Target, out var topic) && topic.Service == "sns"
            ? new AwsTopicDriver(id, new SnsPublisher(clients.Sns(topic.Region), topic), queues.Open(id))
            : throw binding.Malformed("sns://topic-arn, such as sns://arn:aws:sns:eu-central-1:123456789012:topic");
}
