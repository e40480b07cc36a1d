namespace Klotho.Drivers;

/// <summary>One subscriber's messages, in this process's memory.</summary>
internal sealed class MemoryQueue : IDisposable
{
    private readonly TimeProvider _time;
    private readonly MemoryBound _bound;
    private readonly Lock _lock = new();
    private readonly PriorityQueue<QueuedMessage, (DateTimeOffset Due, long Turn)> _waiting = new();
    private readonly KeyLines<QueuedMessage> _lines = new();
    private readonly List<DeadLetter> _dead = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private long _turns;
    private int _receivers;
    private int _taken;
    private long _received;

    /// <param name="subscriber">Whose messages these are.</param>
    /// <param name="bound">How much may wait, until it is handled or a dead letter.</param>
    /// <param name="time">The clock.</param>
    public MemoryQueue(string subscriber, MemoryBound bound, TimeProvider time)
    {
        (_time, _bound, _received) = (time, bound, time.GetTimestamp());
        Room = new(subscriber, bound, IsTaken, time);
    }

    /// <summary>The room for messages. Who adds one has taken it.</summary>
    public MemoryRoom Room { get; }

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
            _taken--;
            Wait(message, delay);
        }
    }

    /// <summary>A message that was taken is done with: the next of its key can be taken.</summary>
    public void End(QueuedMessage message)
    {
        Advance(message);
        Room.Leave(message.Payload.Length);
    }

    private void Advance(QueuedMessage message)
    {
        lock (_lock)
        {
            _taken--;
            if (message.Key is { } key && _lines.TryLeave(key, out var next))
            {
                Wait(next, TimeSpan.Zero);
            }
        }
    }

    public async ValueTask<ITopicDelivery> ReceiveAsync(CancellationToken cancel)
    {
        Interlocked.Increment(ref _receivers);
        try
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
        finally
        {
            Interlocked.Exchange(ref _received, _time.GetTimestamp());
            Interlocked.Decrement(ref _receivers);
        }
    }

    public void Bury(QueuedMessage message, string reason)
    {
        lock (_lock)
        {
            _dead.Add(new DeadLetter(message.Id, message.Failed + 1, reason, _time.GetUtcNow(), message.Payload)
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

        foreach (var letter in letters)
        {
            // It is in memory already.
            Room.Enter(letter.Payload.Length);
            Enqueue(new QueuedMessage(letter.MessageId, 0, letter.Schema, letter.Trace, letter.Payload) { Key = letter.Key });
        }

        return letters.Count;
    }

    public void Dispose() => _arrived.Dispose();

    /// <summary>Whether somebody waits for a message, has one, or did so a moment ago.</summary>
    private bool IsTaken() =>
        Volatile.Read(ref _receivers) > 0 || Volatile.Read(ref _taken) > 0 || _time.GetElapsedTime(Interlocked.Read(ref _received)) < _bound.OtherPatience;

    private void Wait(QueuedMessage message, TimeSpan delay)
    {
        _waiting.Enqueue(message, (_time.GetUtcNow() + delay, _turns++));

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

            wait = next.Due - _time.GetUtcNow();
            if (wait <= TimeSpan.Zero)
            {
                _taken++;
                return _waiting.Dequeue();
            }

            // What is due later than a timer can wait is looked at again before.
            wait = TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling(wait.TotalMilliseconds), 1, 60_000));
            return null;
        }
    }
}
