using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Publishes into the one queue of the topic's one subscribing unit.</summary>
internal sealed class SqsPublisher(SqsQueue queue, bool isFifo) : IAwsPublisher
{
    public string System => "aws_sqs";

    public bool KeepsOrder => isFifo;

    public bool Fits(OutgoingMessage message) => OutgoingHead.Fits(message);

    public ValueTask PublishAsync(OutgoingMessage message, string? claim, CancellationToken cancel)
    {
        var attributes = OutgoingHead.Write(message, claim);
        return isFifo
            ? queue.Client.SendInOrderAsync(queue.Url, message.Payload, attributes, MessageGroup.TurnOf(message), cancel)
            : queue.Client.SendAsync(queue.Url, message.Payload, attributes, TimeSpan.Zero, cancel);
    }
}
