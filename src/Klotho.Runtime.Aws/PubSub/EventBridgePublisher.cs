using System.Text;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// Publishes to a bus of Amazon EventBridge, as an event of the application (its source) whose type is the topic's id. Rules choose
/// by both, and may by what is in the message.
/// </summary>
/// <param name="id">The topic's id.</param>
/// <param name="client">Made by the first event: a function that starts has none to send yet.</param>
/// <param name="bus">The bus.</param>
/// <param name="source">Who publishes: <c>klotho.shop</c>.</param>
internal sealed class EventBridgePublisher(string id, Lazy<IEventBridgeClient> client, Arn bus, string source) : IAwsPublisher
{
    // An entry must be smaller (docs.aws.amazon.com/eventbridge/latest/userguide/calculate-putevents-entry-size.html, 2026-11-22).
    private const int Limit = 256 * 1024;

    private readonly int _head = Encoding.UTF8.GetByteCount(source) + Encoding.UTF8.GetByteCount(id);

    // The conventions have no name for it.
    public string System => "aws.eventbridge";

    public PreparedMessage Prepare(OutgoingMessage message, string? claim)
    {
        var detail = EventDetail.Write(message.Payload);
        var room = Limit - 1 - _head - detail.Length;
        var all = EventMarks.Of(message, claim, int.MaxValue);

        // They would push a message at the limit over it. Without an id, the event's stands in.
        var marks = EventMarks.Of(message, claim, room);
        return new(message, detail, _head + detail.Length + SizeOf(marks))
        {
            Marks = marks,
            Fits = SizeOf(all) <= room,

            // Without what it is filtered by, no rule that filters would let the event through.
            Refusal = room >= 0 && (message.Filter is null || marks.Count > 0) ? null : new PayloadTooLargeException(
                $"The message to the topic '{id}' is an event of {_head + detail.Length} bytes, and Amazon EventBridge takes less than {Limit} with what it is filtered by: " +
                $"{_head} of its source and type, {detail.Length} of the message as it travels. Keep what is large in a blob store and send its path."),
        };
    }

    public async ValueTask PublishAsync(PreparedMessage message, CancellationToken cancel)
    {
        foreach (var failure in await EntryRetry.SendAsync([message], some => PublishBatchAsync(some, cancel), cancel))
        {
            throw failure.ToException();
        }
    }

    public ValueTask<IReadOnlyList<EntryFailure>> PublishBatchAsync(IReadOnlyList<PreparedMessage> messages, CancellationToken cancel) =>
        client.Value.PutEventsAsync(bus, [.. messages.Select(EntryOf)], cancel);

    private EventEntry EntryOf(PreparedMessage message) => new(source, id, message.Body) { Resources = message.Marks };

    private static int SizeOf(IEnumerable<string> marks) => marks.Sum(Encoding.UTF8.GetByteCount);
}
