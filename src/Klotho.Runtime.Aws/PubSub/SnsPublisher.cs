using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Publishes to a topic of Amazon SNS.</summary>
internal sealed class SnsPublisher(ISnsClient client, Arn topic) : IAwsPublisher
{
    public async ValueTask PublishAsync(ReadOnlyMemory<byte> payload, CancellationToken cancel)
    {
        // The id would push a message at the limit over it. Without one, that of the queue's message stands in, which a redrive changes.
        var attributes = new MessageHead(Guid.NewGuid().ToString("N")).Write();
        var size = payload.Length + attributes.Sum(attribute => MessageHead.SizeOf(attribute.Key, attribute.Value));
        await client.PublishAsync(topic, payload, size <= TopicLimits.MaxMessageBytes ? attributes : MessageHead.Nothing, cancel);
    }
}
