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

    /// <summary>
    /// Puts messages into each subscriber's queue; once this returns, all are kept. One after the other, until one fails, unless the technology takes
    /// several at once.
    /// </summary>
    /// <exception cref="PublishManyException">Some were not published.</exception>
    async ValueTask PublishManyAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(messages);
        foreach (var (place, message) in messages.Index())
        {
            try
            {
                await PublishAsync(message, cancel);
            }
            catch (Exception failure) when (failure is not OperationCanceledException and not OutOfMemoryException)
            {
                // Whatever a technology throws, who publishes hears which messages it was.
                throw new PublishManyException([.. Enumerable.Range(place, messages.Count - place)], messages.Count, failure);
            }
        }
    }

    /// <summary>Waits for a message that is due, and claims it: no other receiver gets it until its lease ends.</summary>
    ValueTask<ITopicDelivery> ReceiveAsync(string subscriber, CancellationToken cancel);

    /// <summary>
    /// The same of several messages, where the technology hands out several at once: it waits for the first one.
    /// </summary>
    /// <param name="subscriber">The handler.</param>
    /// <param name="most">At most how many: as many as the handler has free places.</param>
    /// <param name="cancel">Stops waiting.</param>
    async ValueTask<IReadOnlyList<ITopicDelivery>> ReceiveManyAsync(string subscriber, int most, CancellationToken cancel) => [await ReceiveAsync(subscriber, cancel)];

    /// <summary>The messages that a subscriber could not handle, oldest first.</summary>
    IAsyncEnumerable<DeadLetter> DeadLettersAsync(string subscriber, CancellationToken cancel);

    /// <summary>Puts a subscriber's dead letters back into its queue, as if never delivered; returns how many.</summary>
    ValueTask<int> RedriveAsync(string subscriber, CancellationToken cancel);
}
