namespace Klotho.Aws;

/// <summary>
/// The operation of Amazon EventBridge that the runtime needs. An application that has the provider's own package may register an
/// adapter through <see cref="IAwsClients"/>.
/// </summary>
public interface IEventBridgeClient
{
    /// <summary>The most entries that one request takes (docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html, 2026-11-22).</summary>
    const int MostEntries = 10;

    /// <summary>Puts events onto a bus; once this returns, the service has all of them.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="entries">1 to 10 events, each less than 256 KB as <c>PutEvents</c> counts them.</param>
    /// <param name="cancel">Stops before the events are sent; afterwards they may be published or not.</param>
    /// <returns>The ids that the service gave the events, in their order.</returns>
    /// <exception cref="Amazon.Runtime.AmazonServiceException">
    /// The service refuses the request, or at least one of the entries; the others of them are published.
    /// </exception>
    ValueTask<IReadOnlyList<string>> PutEventsAsync(Arn bus, IReadOnlyList<EventEntry> entries, CancellationToken cancel);
}
