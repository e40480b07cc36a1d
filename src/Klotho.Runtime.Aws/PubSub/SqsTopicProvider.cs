using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Opens topics that this process only subscribes to: <c>sqs://queue-arn</c>.</summary>
internal sealed class SqsTopicProvider(SubscriptionQueues queues) : IDriverProvider<ITopicDriver>
{
    public string Scheme => QueueBinding.Scheme;

    public ITopicDriver Open(string id, ResourceBinding binding) => new AwsTopicDriver(id, publisher: null, queues.Open(id));
}
