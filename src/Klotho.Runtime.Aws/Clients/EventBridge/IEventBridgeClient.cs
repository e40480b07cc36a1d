namespace Klotho.Aws;

/// <summary>
/// The operation of Amazon EventBridge that the runtime needs. An application that has the provider's own package may register an
/// adapter through <see cref="IAwsClients"/>.
/// </summary>
public interface IEventBridgeClient
{
    /// <summary>The most entries that one request takes (docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html, 2026-11-22).</summary>
    const int MostEntries = 10;

    /// <summary>Puts events onto a bus; once this returns, the service has all of them but those that it names.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="entries">1 to 10 events, each less than 256 KB as <c>PutEvents</c> counts them.</param>
    /// <param name="cancel">Stops before the events are sent; afterwards they may be published or not.</param>
    /// <returns>The entries that the service did not take.</returns>
    /// <exception cref="Amazon.Runtime.AmazonServiceException">The service refuses the request.</exception>
    ValueTask<IReadOnlyList<EntryFailure>> PutEventsAsync(Arn bus, IReadOnlyList<EventEntry> entries, CancellationToken cancel);
}
