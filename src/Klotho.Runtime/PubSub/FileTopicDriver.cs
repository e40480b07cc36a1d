namespace Klotho.Drivers;

/// <summary>A topic in files of a directory that several processes share.</summary>
internal sealed class FileTopicDriver(string directory, IEnumerable<string> subscribers, TimeSpan lease, TimeProvider time) : ITopicDriver, IDisposable
{
    private readonly Dictionary<string, FileQueue> _queues = subscribers.ToDictionary(
        subscriber => subscriber, subscriber => new FileQueue(Path.Combine(directory, FileName.Of(subscriber)), lease, time), StringComparer.Ordinal);

    public string? PublishingSystem => Uri.UriSchemeFile;

    public int MaxMessageBytes { get; init; } = TopicLimits.MaxMessageBytes;

    public bool KeepsOrder => true;

    public async ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel)
    {
        // Once one subscriber has the message, all get it: a caller who is told of a cancellation may take it for nothing.
        cancel.ThrowIfCancellationRequested();
        foreach (var queue in _queues.Values)
        {
            await queue.EnqueueAsync(message, CancellationToken.None);
        }
    }

    public ValueTask<ITopicDelivery> ReceiveAsync(string subscriber, CancellationToken cancel) => _queues[subscriber].ReceiveAsync(cancel);

    public IAsyncEnumerable<DeadLetter> DeadLettersAsync(string subscriber, CancellationToken cancel) => _queues[subscriber].DeadAsync(cancel);

    public ValueTask<int> RedriveAsync(string subscriber, CancellationToken cancel) => _queues[subscriber].RedriveAsync(cancel);

    public void Dispose()
    {
        foreach (var queue in _queues.Values)
        {
            queue.Dispose();
        }
    }
}
