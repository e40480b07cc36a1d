using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>What travels with a message in the attributes of SNS and SQS when it is published.</summary>
internal static class OutgoingHead
{
    /// <summary>Whether a message fits with all of it.</summary>
    public static bool Fits(OutgoingMessage message) => message.Payload.Length + MessageHead.SizeOf(Of(message, null).Write()) <= TopicLimits.MaxMessageBytes;

    /// <summary>
    /// What fits: it would push a message at the limit over it. The trace is left out first. Without an id, that of the queue's message stands in, which a
    /// redrive changes.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Write(OutgoingMessage message, string? claim)
    {
        var head = Of(message, claim);
        var room = TopicLimits.MaxMessageBytes - message.Payload.Length;
        return new[] { head.Write(), (head with { Trace = null }).Write() }.FirstOrDefault(each => MessageHead.SizeOf(each) <= room) ?? MessageHead.Nothing;
    }

    private static MessageHead Of(OutgoingMessage message, string? claim) => new(message.Id) { Schema = message.Schema, Trace = message.Trace, Claim = claim };
}
