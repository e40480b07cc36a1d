namespace Klotho.Drivers;

/// <summary>One subscriber's messages, in this process's memory.</summary>
internal sealed class MemoryQueue(TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<QueuedMessage, (DateTimeOffset Due, long Turn)> _waiting = new();
    private readonly KeyLines<QueuedMessage> _lines = new();
    private readonly List<DeadLetter> _dead = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private long _turns;

    /// <summary>Adds a message, behind all that have its key.</summary>
    public void Enqueue(QueuedMessage message)
    {
        lock (_lock)
        {
            if (message.Key is not { } key || _lines.TryEnter(key, message))
            {
                Wait(message, TimeSpan.Zero);
            }
        }
    }

    /// <summary>Has a message that was taken delivered again; it stays ahead of all that have its key.</summary>
    public void Again(QueuedMessage message, TimeSpan delay)
    {
        lock (_lock)
        {
            Wait(message, delay);
        }
    }

    /// <summary>A message that was taken is done with: the next of its key can be taken.</summary>
    public void End(QueuedMessage message)
    {
        lock (_lock)
        {
            if (message.Key is { } key && _lines.TryLeave(key, out var next))
            {
                Wait(next, TimeSpan.Zero);
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
                Key = message.Key,
                Schema = message.Schema,
                Trace = message.Trace,
            });
        }

        End(message);
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

        letters.ForEach(letter => Enqueue(new QueuedMessage(letter.MessageId, 0, letter.Schema, letter.Trace, letter.Payload) { Key = letter.Key }));
        return letters.Count;
    }

    public void Dispose() => _arrived.Dispose();

    private void Wait(QueuedMessage message, TimeSpan delay)
    {
        _waiting.Enqueue(message, (time.GetUtcNow() + delay, _turns++));

        // One is enough to look; what is taken without waiting would add up.
        if (_arrived.CurrentCount == 0)
        {
            _arrived.Release();
        }
    }

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
