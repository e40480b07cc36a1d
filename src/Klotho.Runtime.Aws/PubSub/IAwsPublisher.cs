using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>What a topic's messages are published to.</summary>
internal interface IAwsPublisher
{
    /// <summary>Publishes a message; once this returns, the service keeps it for each subscriber.</summary>
    ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel);
}
