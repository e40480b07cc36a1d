using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Publishes into the one queue of the topic's one subscribing unit.</summary>
internal sealed class SqsPublisher(SqsQueue queue, bool isFifo) : IAwsPublisher
{
    public string System => "aws_sqs";

    public bool KeepsOrder => isFifo;

    public PreparedMessage Prepare(OutgoingMessage message, string? claim) => OutgoingHead.Prepare(message, claim);

    public ValueTask PublishAsync(PreparedMessage message, CancellationToken cancel) => isFifo
        ? queue.Client.SendInOrderAsync(queue.Url, message.Body, message.Attributes, MessageGroup.TurnOf(message.Message), cancel)
        : queue.Client.SendAsync(queue.Url, message.Body, message.Attributes, TimeSpan.Zero, cancel);

    public ValueTask<IReadOnlyList<EntryFailure>> PublishBatchAsync(IReadOnlyList<PreparedMessage> messages, CancellationToken cancel) =>
        queue.Client.SendBatchAsync(queue.Url, OutgoingHead.Entries(messages, isFifo), cancel);
}
