namespace Klotho.Aws;

/// <summary>
/// The operations of Amazon SNS that the runtime needs. An application that has the provider's own package may register an
/// adapter through <see cref="IAwsClients"/>.
/// </summary>
public interface ISnsClient
{
    /// <summary>Publishes a message; once this returns, the service keeps it for each subscription.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="message">
    /// The message: text in UTF-8, at most 256 KB with its attributes (docs.aws.amazon.com/general/latest/gr/sns.html, 2026-11-22).
    /// </param>
    /// <param name="attributes">Attributes of text, which a subscription with raw delivery hands on (at most 10).</param>
    /// <param name="cancel">Stops before the message is sent; afterwards it may be published or not.</param>
    /// <returns>The id that the service gave the message.</returns>
    /// <exception cref="Amazon.Runtime.AmazonServiceException">The service refuses.</exception>
    ValueTask<string> PublishAsync(
        Arn topic, ReadOnlyMemory<byte> message, IReadOnlyDictionary<string, string> attributes, CancellationToken cancel);

    /// <summary>Publishes a message to a FIFO topic; once this returns, the service keeps it for each subscription, in its order.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="message">As of any topic.</param>
    /// <param name="attributes">As of any topic.</param>
    /// <param name="turn">Its place in an order.</param>
    /// <param name="cancel">Stops before the message is sent; afterwards it may be published or not.</param>
    /// <returns>The id that the service gave the message.</returns>
    /// <exception cref="Amazon.Runtime.AmazonServiceException">The service refuses.</exception>
    ValueTask<string> PublishInOrderAsync(
        Arn topic, ReadOnlyMemory<byte> message, IReadOnlyDictionary<string, string> attributes, MessageTurn turn, CancellationToken cancel);

    /// <summary>Publishes messages in one request; once this returns, the service keeps all but those that it names.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="entries">The messages.</param>
    /// <param name="cancel">Stops before the messages are sent; afterwards they may be published or not.</param>
    /// <exception cref="Amazon.Runtime.AmazonServiceException">The service refuses the request.</exception>
    ValueTask<IReadOnlyList<EntryFailure>> PublishBatchAsync(Arn topic, IReadOnlyList<BatchEntry> entries, CancellationToken cancel);
}
