using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>What a topic's messages are published to.</summary>
internal interface IAwsPublisher
{
    /// <summary>The service, as OpenTelemetry's conventions name it.</summary>
    string System { get; }

    /// <summary>Whether it keeps the order of messages by key.</summary>
    bool KeepsOrder => false;

    /// <summary>Writes a message as it travels.</summary>
    /// <param name="message">The message.</param>
    /// <param name="claim">Where its payload is instead of in the message; null where that holds it.</param>
    PreparedMessage Prepare(OutgoingMessage message, string? claim);

    /// <summary>Publishes a message; once this returns, the service keeps it for each subscriber.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancel">Stops before the message is sent.</param>
    ValueTask PublishAsync(PreparedMessage message, CancellationToken cancel);

    /// <summary>Publishes messages in one request, at most ten and 256 KB together: all but those that it names.</summary>
    /// <param name="messages">The messages; no two of one key where the order is kept.</param>
    /// <param name="cancel">Stops before the messages are sent.</param>
    ValueTask<IReadOnlyList<EntryFailure>> PublishBatchAsync(IReadOnlyList<PreparedMessage> messages, CancellationToken cancel);
}
