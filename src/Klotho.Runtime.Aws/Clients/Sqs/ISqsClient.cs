namespace Klotho.Aws;

/// <summary>
/// The operations of Amazon SQS that the runtime needs. An application that has the provider's own package may register an
/// adapter through <see cref="IAwsClients"/>.
/// Source of limits: docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference, 2026-11-22.
/// </summary>
/// <exception cref="Amazon.Runtime.AmazonServiceException">Thrown by every operation when the service refuses.</exception>
public interface ISqsClient
{
    /// <summary>The URL of a queue, made from its ARN without asking the service.</summary>
    string UrlOf(Arn queue);

    /// <summary>Receives messages, waiting for the first one.</summary>
    /// <param name="queueUrl">The queue.</param>
    /// <param name="count">At most how many: 1 to 10.</param>
    /// <param name="wait">How long to wait for the first one: whole seconds, at most 20.</param>
    /// <param name="visibility">How long nobody else gets them: whole seconds, at most 12 hours.</param>
    /// <param name="cancel">Stops waiting.</param>
    ValueTask<IReadOnlyList<SqsMessage>> ReceiveAsync(string queueUrl, int count, TimeSpan wait, TimeSpan visibility, CancellationToken cancel);

    /// <summary>Sends a message; once this returns, it is kept.</summary>
    /// <param name="queueUrl">The queue.</param>
    /// <param name="body">The message, at most 1 MiB with its attributes.</param>
    /// <param name="attributes">At most 10 attributes of text.</param>
    /// <param name="delay">How long nobody gets it: whole seconds, at most 15 minutes.</param>
    /// <param name="cancel">Stops before the message is sent; afterwards it may be sent or not.</param>
    ValueTask SendAsync(
        string queueUrl, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> attributes, TimeSpan delay, CancellationToken cancel);

    /// <summary>Sends a message to a FIFO queue, behind all of its group; once this returns, it is kept. Such a queue delays no message of its own.</summary>
    /// <param name="queueUrl">The queue.</param>
    /// <param name="body">The message, at most 1 MiB with its attributes.</param>
    /// <param name="attributes">At most 10 attributes of text.</param>
    /// <param name="turn">Its place in an order.</param>
    /// <param name="cancel">Stops before the message is sent; afterwards it may be sent or not.</param>
    ValueTask SendInOrderAsync(
        string queueUrl, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> attributes, MessageTurn turn, CancellationToken cancel);

    /// <summary>Sends messages in one request; once this returns, all are kept but those that it names.</summary>
    /// <param name="queueUrl">The queue.</param>
    /// <param name="entries">The messages.</param>
    /// <param name="cancel">Stops before the messages are sent; afterwards they may be sent or not.</param>
    ValueTask<IReadOnlyList<EntryFailure>> SendBatchAsync(string queueUrl, IReadOnlyList<BatchEntry> entries, CancellationToken cancel);

    /// <summary>Removes a received message.</summary>
    ValueTask DeleteAsync(string queueUrl, string receiptHandle, CancellationToken cancel);

    /// <summary>Removes received messages, at most ten, in one request: all but those that it names.</summary>
    ValueTask<IReadOnlyList<EntryFailure>> DeleteBatchAsync(string queueUrl, IReadOnlyList<string> receiptHandles, CancellationToken cancel);

    /// <summary>Sets how long from now nobody else gets a received message: whole seconds, at most 12 hours since it was received.</summary>
    ValueTask ChangeVisibilityAsync(string queueUrl, string receiptHandle, TimeSpan visibility, CancellationToken cancel);

    /// <summary>The ARN of the queue that takes the dead letters of this one, or null if it has none.</summary>
    ValueTask<Arn?> DeadLetterQueueAsync(string queueUrl, CancellationToken cancel);
}
