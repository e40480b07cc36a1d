using System.Text.Json;

namespace Klotho.Aws;

/// <summary>
/// Messages as events of Amazon EventBridge: an object in whose <c>detail</c> the message is
/// (docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html, 2026-11-22). Copies that we make keep the form, so that
/// each message of a queue has it.
/// </summary>
internal sealed class EventEnvelope : QueueEnvelope
{
    public override string Name => "eventbridge";

    public override ReadOnlyMemory<byte> PayloadOf(SqsMessage message)
    {
        try
        {
            using var json = JsonDocument.Parse(message.Body);
            return JsonText.Find(json.RootElement, "detail") is { } detail
                ? EventDetail.Read(detail)
                : throw new FormatException("The message is no event of Amazon EventBridge: it has no detail.");
        }
        catch (JsonException failure)
        {
            throw new FormatException("The message is no event of Amazon EventBridge: it is not JSON.", failure);
        }
    }

    // The id is the same in every queue that the bus puts the event into, and in each delivery.
    protected override SentMessage SentOf(SqsMessage message)
    {
        try
        {
            using var json = JsonDocument.Parse(message.Body);
            return EventMarks.Read(json.RootElement, JsonText.Of(json.RootElement, "id") ?? message.Id);
        }
        catch (JsonException)
        {
            // Its payload says what is wrong.
            return new(message.Id);
        }
    }
}
