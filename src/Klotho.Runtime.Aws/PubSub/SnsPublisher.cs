using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Publishes to a topic of Amazon SNS.</summary>
/// <param name="client">Made by the first message: a function that starts has none to send yet.</param>
/// <param name="topic">The topic.</param>
internal sealed class SnsPublisher(Lazy<ISnsClient> client, Arn topic) : IAwsPublisher
{
    public string System => "aws.sns";

    public bool KeepsOrder => topic.IsFifo;

    public bool Fits(OutgoingMessage message) => message.Payload.Length + MessageHead.SizeOf(HeadOf(message, null).Write()) <= TopicLimits.MaxMessageBytes;

    public async ValueTask PublishAsync(OutgoingMessage message, string? claim, CancellationToken cancel)
    {
        // They would push a message at the limit over it; the trace is left out first. Without an id, that of the queue's message stands in, which
        // a redrive changes.
        var head = HeadOf(message, claim);
        var room = TopicLimits.MaxMessageBytes - message.Payload.Length;
        var attributes = new[] { head.Write(), (head with { Trace = null }).Write() }.FirstOrDefault(each => MessageHead.SizeOf(each) <= room);
        if (attributes is null && message.Filter is not null)
        {
            // Without it no filter of a subscription would let the message through.
            throw new PayloadTooLargeException(
                $"The message and what it is filtered by are over the limit of {TopicLimits.MaxMessageBytes} bytes (Amazon SNS's). Keep what is large in a blob store and send its path.");
        }

        if (topic.IsFifo)
        {
            // Published again after a lost answer, it has the same id and is not kept twice.
            await client.Value.PublishInOrderAsync(
                topic, message.Payload, attributes ?? MessageHead.Nothing, new(MessageGroup.Of(message.Key ?? message.Id), message.Id), cancel);
            return;
        }

        await client.Value.PublishAsync(topic, message.Payload, attributes ?? MessageHead.Nothing, cancel);
    }

    private static MessageHead HeadOf(OutgoingMessage message, string? claim) => new(message.Id) { Schema = message.Schema, Trace = message.Trace, Claim = claim, Filter = message.Filter };
}
