namespace Klotho.Drivers;

/// <summary>
/// A topic of bytes on one technology, with a queue for each subscriber. A message stays in a queue until its delivery
/// is completed or moved to the dead letters.
/// </summary>
public interface ITopicDriver
{
    /// <summary>The largest message that it takes, in bytes of JSON: <see cref="TopicLimits.MaxMessageBytes"/> unless it keeps larger ones elsewhere.</summary>
    int MaxMessageBytes => TopicLimits.MaxMessageBytes;

    /// <summary>
    /// What messages are published to, as <c>messaging.system</c> of OpenTelemetry's conventions for messaging names it (version 1.45, read
    /// 2026-11-22: <c>aws.sns</c>, <c>rabbitmq</c>; a name of one's own for what they don't have). Null tells nothing.
    /// </summary>
    string? PublishingSystem => null;

    /// <summary>What messages are received from, likewise.</summary>
    string? ReceivingSystem => PublishingSystem;

    /// <summary>
    /// Whether each subscriber gets the messages of one <see cref="OutgoingMessage.Key"/> one at a time and in the order in which they were published,
    /// the next when the one before is completed or a dead letter. A topic that is ordered by a key refuses a driver that does not.
    /// </summary>
    bool KeepsOrder => false;

    /// <summary>Puts a message into each subscriber's queue; once this returns, it is kept.</summary>
    ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel);

    /// <summary>Waits for a message that is due, and claims it: no other receiver gets it until its lease ends.</summary>
    ValueTask<ITopicDelivery> ReceiveAsync(string subscriber, CancellationToken cancel);

    /// <summary>The messages that a subscriber could not handle, oldest first.</summary>
    IAsyncEnumerable<DeadLetter> DeadLettersAsync(string subscriber, CancellationToken cancel);

    /// <summary>Puts a subscriber's dead letters back into its queue, as if never delivered; returns how many.</summary>
    ValueTask<int> RedriveAsync(string subscriber, CancellationToken cancel);
}
