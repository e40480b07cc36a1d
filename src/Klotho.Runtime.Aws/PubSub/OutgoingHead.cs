using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Messages on their way to SNS and SQS, which take what travels beside a message as its attributes.</summary>
internal static class OutgoingHead
{
    /// <summary>
    /// A message with the attributes that fit: they would push one at the limit over it. The trace is left out first. Without an id, that of the queue's
    /// message stands in, which a redrive changes.
    /// </summary>
    public static PreparedMessage Prepare(OutgoingMessage message, string? claim)
    {
        var head = new MessageHead(message.Id) { Schema = message.Schema, Trace = message.Trace, Claim = claim, Filter = message.Filter };
        var room = TopicLimits.MaxMessageBytes - message.Payload.Length;
        var all = head.Write();
        var attributes = new[] { all, (head with { Trace = null }).Write(), MessageHead.Nothing }.First(each => each.Count == 0 || MessageHead.SizeOf(each) <= room);
        return new(message, message.Payload, message.Payload.Length + MessageHead.SizeOf(attributes))
        {
            Attributes = attributes,
            Fits = attributes == all,

            // Without what it is filtered by, no subscription that filters would let it through.
            Refusal = message.Filter is null || attributes.Count > 0 ? null : new PayloadTooLargeException(
                $"The message and what it is filtered by are over the limit of {TopicLimits.MaxMessageBytes} bytes (Amazon SNS's). Keep what is large in a blob store and send its path."),
        };
    }

    /// <summary>Messages of one request.</summary>
    public static IReadOnlyList<BatchEntry> Entries(IReadOnlyList<PreparedMessage> messages, bool isFifo) =>
        [.. messages.Select(message => new BatchEntry(message.Body, message.Attributes) { Turn = isFifo ? MessageGroup.TurnOf(message.Message) : null })];
}
