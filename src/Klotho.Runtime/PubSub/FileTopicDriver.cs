namespace Klotho.Drivers;

/// <summary>A topic in files of a directory that several processes share.</summary>
internal sealed class FileTopicDriver(string directory, IEnumerable<string> subscribers, TimeSpan lease, TimeProvider time) : ITopicDriver, IDisposable
{
    private readonly Dictionary<string, FileQueue> _queues = subscribers.ToDictionary(
        subscriber => subscriber, subscriber => new FileQueue(Path.Combine(directory, FileName.Of(subscriber)), lease, time), StringComparer.Ordinal);

    public async ValueTask PublishAsync(ReadOnlyMemory<byte> payload, CancellationToken cancel)
    {
        var id = Guid.NewGuid().ToString("N");
        foreach (var queue in _queues.Values)
        {
            await queue.EnqueueAsync(id, payload, cancel);
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
