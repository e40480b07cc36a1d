using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Publishes to a topic of Amazon SNS.</summary>
/// <param name="client">Made by the first message: a function that starts has none to send yet.</param>
/// <param name="topic">The topic.</param>
internal sealed class SnsPublisher(Lazy<ISnsClient> client, Arn topic) : IAwsPublisher
{
    public string System => "aws.sns";

    public bool KeepsOrder => topic.IsFifo;

    public PreparedMessage Prepare(OutgoingMessage message, string? claim) => OutgoingHead.Prepare(message, claim);

    public async ValueTask PublishAsync(PreparedMessage message, CancellationToken cancel) => await (topic.IsFifo
        ? client.Value.PublishInOrderAsync(topic, message.Body, message.Attributes, MessageGroup.TurnOf(message.Message), cancel)
        : client.Value.PublishAsync(topic, message.Body, message.Attributes, cancel));

    public ValueTask<IReadOnlyList<EntryFailure>> PublishBatchAsync(IReadOnlyList<PreparedMessage> messages, CancellationToken cancel) =>
        client.Value.PublishBatchAsync(topic, OutgoingHead.Entries(messages, topic.IsFifo), cancel);
}
