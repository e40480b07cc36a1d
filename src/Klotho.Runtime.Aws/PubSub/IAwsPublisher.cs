using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>What a topic's messages are published to.</summary>
internal interface IAwsPublisher
{
    /// <summary>The service, as OpenTelemetry's conventions name it.</summary>
    string System { get; }

    /// <summary>Whether it keeps the order of messages by key.</summary>
    bool KeepsOrder => false;

    /// <summary>Whether the service takes a message with all that travels beside it.</summary>
    bool Fits(OutgoingMessage message);

    /// <summary>Publishes a message; once this returns, the service keeps it for each subscriber.</summary>
    /// <param name="message">The message.</param>
    /// <param name="claim">Where its payload is instead of in the message; null where that holds it.</param>
    /// <param name="cancel">Stops before the message is sent.</param>
    /// <exception cref="PayloadTooLargeException">The service does not take it.</exception>
    ValueTask PublishAsync(OutgoingMessage message, string? claim, CancellationToken cancel);
}
