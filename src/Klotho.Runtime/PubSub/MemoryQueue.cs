namespace Klotho.Drivers;

/// <summary>One subscriber's messages, in this process's memory.</summary>
internal sealed class MemoryQueue(TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<QueuedMessage, (DateTimeOffset Due, long Turn)> _waiting = new();
    private readonly List<DeadLetter> _dead = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private long _turns;

    public void Enqueue(QueuedMessage message, TimeSpan delay)
    {
        lock (_lock)
        {
            _waiting.Enqueue(message, (time.GetUtcNow() + delay, _turns++));

            // One is enough to look; what is taken without waiting would add up.
            if (_arrived.CurrentCount == 0)
            {
                _arrived.Release();
            }
        }
    }

    public async ValueTask<ITopicDelivery> ReceiveAsync(CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            if (TryTake(out var wait) is { } message)
            {
                return new MemoryDelivery(this, message);
            }

            await _arrived.WaitAsync(wait, cancel);
        }
    }

    public void Bury(QueuedMessage message, string reason)
    {
        lock (_lock)
        {
            _dead.Add(new DeadLetter(message.Id, message.Failed + 1, reason, time.GetUtcNow(), message.Payload)
            {
                Schema = message.Schema,
                Trace = message.Trace,
            });
        }
    }

    public List<DeadLetter> Dead()
    {
        lock (_lock)
        {
            return [.. _dead];
        }
    }

    public int Redrive()
    {
        List<DeadLetter> letters;
        lock (_lock)
        {
            letters = [.. _dead];
            _dead.Clear();
        }

        letters.ForEach(letter => Enqueue(new QueuedMessage(letter.MessageId, 0, letter.Schema, letter.Trace, letter.Payload), TimeSpan.Zero));
        return letters.Count;
    }

    public void Dispose() => _arrived.Dispose();

    private QueuedMessage? TryTake(out TimeSpan wait)
    {
        lock (_lock)
        {
            if (!_waiting.TryPeek(out _, out var next))
            {
                wait = Timeout.InfiniteTimeSpan;
                return null;
            }

            wait = next.Due - time.GetUtcNow();
            if (wait <= TimeSpan.Zero)
            {
                return _waiting.Dequeue();
            }

            // What is due later than a timer can wait is looked at again before.
            wait = TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling(wait.TotalMilliseconds), 1, 60_000));
            return null;
        }
    }
}
