namespace Klotho.Drivers;

/// <summary>A topic that is bound to nothing.</summary>
internal sealed class UnboundTopicDriver(string missing) : ITopicDriver
{
    // What is wrong with it is that it is missing.
    public bool KeepsOrder => true;

    public ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel) => throw Error();

    public ValueTask<ITopicDelivery> ReceiveAsync(string subscriber, CancellationToken cancel) => throw Error();

    public IAsyncEnumerable<DeadLetter> DeadLettersAsync(string subscriber, CancellationToken cancel) => throw Error();

    public ValueTask<int> RedriveAsync(string subscriber, CancellationToken cancel) => throw Error();

    private InvalidOperationException Error() => new(missing);
}
