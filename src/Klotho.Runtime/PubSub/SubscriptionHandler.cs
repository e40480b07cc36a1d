namespace Klotho.Drivers;

/// <summary>A handler of this process, for whoever delivers its messages.</summary>
/// <param name="Subscriber">Its topic and name.</param>
/// <param name="HandleAsync">Reads a message and calls the handler, from the services of a scope. Throws what the handler throws.</param>
public sealed record SubscriptionHandler(
    TopicSubscriber Subscriber, Func<IServiceProvider, ReceivedMessage, CancellationToken, ValueTask> HandleAsync)
{
    /// <summary>How often a message is tried before it is a dead letter.</summary>
    public required int MaxAttempts { get; init; }
}
