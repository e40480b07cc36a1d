using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Publishes to a topic of Amazon SNS.</summary>
internal sealed class SnsPublisher(ISnsClient client, Arn topic) : IAwsPublisher
{
    public async ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel)
    {
        // They would push a message at the limit over it. Without an id, that of the queue's message stands in, which a redrive changes.
        var attributes = new MessageHead(message.Id) { Schema = message.Schema }.Write();
        var size = message.Payload.Length + attributes.Sum(attribute => MessageHead.SizeOf(attribute.Key, attribute.Value));
        await client.PublishAsync(topic, message.Payload, size <= TopicLimits.MaxMessageBytes ? attributes : MessageHead.Nothing, cancel);
    }
}
