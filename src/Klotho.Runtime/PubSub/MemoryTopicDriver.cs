using System.Runtime.CompilerServices;

namespace Klotho.Drivers;

/// <summary>A topic in this process's memory.</summary>
internal sealed class MemoryTopicDriver(IEnumerable<string> subscribers, TimeProvider time) : ITopicDriver, IDisposable
{
    private readonly Dictionary<string, MemoryQueue> _queues =
        subscribers.ToDictionary(subscriber => subscriber, _ => new MemoryQueue(time), StringComparer.Ordinal);

    public string? PublishingSystem => LocalBinding.Memory.Scheme;

    public int MaxMessageBytes { get; init; } = TopicLimits.MaxMessageBytes;

    public bool KeepsOrder => true;

    public ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var queued = new QueuedMessage(message.Id, 0, message.Schema, message.Trace, message.Payload.ToArray()) { Key = message.Key };
        foreach (var queue in _queues.Values)
        {
            queue.Enqueue(queued);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<ITopicDelivery> ReceiveAsync(string subscriber, CancellationToken cancel) => _queues[subscriber].ReceiveAsync(cancel);

    public async IAsyncEnumerable<DeadLetter> DeadLettersAsync(string subscriber, [EnumeratorCancellation] CancellationToken cancel)
    {
        await ValueTask.CompletedTask;
        foreach (var letter in _queues[subscriber].Dead())
        {
            cancel.ThrowIfCancellationRequested();
            yield return letter;
        }
    }

    public ValueTask<int> RedriveAsync(string subscriber, CancellationToken cancel) => ValueTask.FromResult(_queues[subscriber].Redrive());

    public void Dispose()
    {
        foreach (var queue in _queues.Values)
        {
            queue.Dispose();
        }
    }
}
