using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Publishes to a topic of Amazon SNS.</summary>
internal sealed class SnsPublisher(ISnsClient client, Arn topic) : IAwsPublisher
{
    public async ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel)
    {
        // They would push a message at the limit over it; the trace is left out first. Without an id, that of the queue's message stands in, which
        // a redrive changes.
        var head = new MessageHead(message.Id) { Schema = message.Schema };
        var room = TopicLimits.MaxMessageBytes - message.Payload.Length;
        var attributes = new[] { (head with { Trace = message.Trace }).Write(), head.Write() }.FirstOrDefault(each => MessageHead.SizeOf(each) <= room);
        await client.PublishAsync(topic, message.Payload, attributes ?? MessageHead.Nothing, cancel);
    }
}
