using System.Runtime.CompilerServices;

namespace Klotho.Drivers;

/// <summary>A topic in this process's memory. Who publishes waits for as long as a queue is full.</summary>
internal sealed class MemoryTopicDriver(IEnumerable<string> subscribers, MemoryBound bound, TimeProvider time) : ITopicDriver, IDisposable
{
    private readonly Dictionary<string, MemoryQueue> _queues =
        subscribers.ToDictionary(subscriber => subscriber, subscriber => new MemoryQueue(subscriber, bound, time), StringComparer.Ordinal);

    public string? PublishingSystem => LocalBinding.Memory.Scheme;

    public int MaxMessageBytes { get; init; } = TopicLimits.MaxMessageBytes;

    public bool KeepsOrder => true;

    public async ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await EnterAsync(message.Payload.Length, cancel);
        var queued = new QueuedMessage(message.Id, 0, message.Schema, message.Trace, message.Payload.ToArray()) { Key = message.Key };
        foreach (var queue in _queues.Values)
        {
            queue.Enqueue(queued);
        }
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

    /// <summary>Takes room for a message in all queues or in none.</summary>
    private async ValueTask EnterAsync(int bytes, CancellationToken cancel)
    {
        var entered = 0;
        try
        {
            foreach (var queue in _queues.Values)
            {
                await queue.Room.EnterAsync(bytes, cancel);
                entered++;
            }
        }
        finally
        {
            foreach (var queue in entered == _queues.Count ? [] : _queues.Values.Take(entered))
            {
                queue.Room.Leave(bytes);
            }
        }
    }

    public void Dispose()
    {
        foreach (var queue in _queues.Values)
        {
            queue.Dispose();
        }
    }
}
