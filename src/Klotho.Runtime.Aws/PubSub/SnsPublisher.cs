using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Publishes to a topic of Amazon SNS.</summary>
/// <param name="client">Made by the first message: a function that starts has none to send yet.</param>
/// <param name="topic">The topic.</param>
internal sealed class SnsPublisher(Lazy<ISnsClient> client, Arn topic) : IAwsPublisher
{
    public string System => "aws.sns";

    public bool KeepsOrder => topic.IsFifo;

    public bool Fits(OutgoingMessage message) => OutgoingHead.Fits(message);

    public async ValueTask PublishAsync(OutgoingMessage message, string? claim, CancellationToken cancel)
    {
        var attributes = OutgoingHead.Write(message, claim);
        await (topic.IsFifo
            ? client.Value.PublishInOrderAsync(topic, message.Payload, attributes, MessageGroup.TurnOf(message), cancel)
            : client.Value.PublishAsync(topic, message.Payload, attributes, cancel));
    }
}
