namespace Klotho;

/// <summary>
/// A topic to publish to. Each subscribed handler gets each message at least once, in no promised order unless
/// its type is <see cref="OrderedByAttribute"/> a key. A message is at most 256 KB of JSON (the limit of Amazon SNS and SQS).
/// </summary>
/// <typeparam name="T">A type that System.Text.Json reads and writes.</typeparam>
public partial interface ITopic<in T>
{
    /// <summary>
    /// Publishes a message; once this returns, the message is kept until each subscriber has handled it. In this process's memory it waits while 10,000 messages, or
    /// 64 MiB of them, wait for one of the handlers (<c>Klotho:MemoryTopics:Messages</c> and <c>Klotho:MemoryTopics:Bytes</c>), in a handler for at most a second.
    /// </summary>
    /// <exception cref="InvalidOperationException">The member that messages are ordered by is empty; nothing was published.</exception>
    /// <exception cref="PayloadTooLargeException">The message is over the limit; nothing was published.</exception>
    ValueTask PublishAsync(T message, CancellationToken cancel = default);

    /// <summary>
    /// Publishes messages, any number of them, in as few requests as what carries them allows (ten messages and 256 KB each on AWS); once this returns, each is kept
    /// until each subscriber has handled it. Those of one key keep their order where the topic is ordered.
    /// </summary>
    /// <exception cref="InvalidOperationException">The member that messages are ordered by is empty; nothing was published.</exception>
    /// <exception cref="PayloadTooLargeException">A message is over the limit; nothing was published.</exception>
    /// <exception cref="PublishManyException">Some were not published, and it says which; the others were. Of an ordered topic none behind one that was not.</exception>
    ValueTask PublishManyAsync(IEnumerable<T> messages, CancellationToken cancel = default);
}
