namespace Klotho.Drivers;

/// <summary>
/// The room of a queue in memory. Who has a message for it waits in line until there is room. A handler that publishes waits only for a moment: the handlers
/// that could make room may all wait like it, for its own topic or around several.
/// </summary>
/// <param name="handler">Whose queue it is, to tell of.</param>
/// <param name="bound">How much there is.</param>
/// <param name="isTaken">Whether anybody takes messages.</param>
/// <param name="time">The clock.</param>
internal sealed class MemoryRoom(string handler, MemoryBound bound, Func<bool> isTaken, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _line = [];
    private int _messages;
    private long _bytes;

    /// <summary>Takes room for a message if nobody has to wait for it.</summary>
    public bool TryEnter(int bytes)
    {
        lock (_lock)
        {
            return _line.Count == 0 && TryTake(bytes);
        }
    }

    /// <summary>Takes room for a message, whether or not it is there.</summary>
    public void Enter(int bytes)
    {
        lock (_lock)
        {
            Take(bytes);
        }
    }

    /// <summary>Waits for room for a message and takes it.</summary>
    /// <exception cref="InvalidOperationException">There is none, and nobody takes messages.</exception>
    public async ValueTask EnterAsync(int bytes, CancellationToken cancel)
    {
        if (TryEnter(bytes))
        {
            return;
        }

        var waiter = Join(bytes);
        try
        {
            while (!await IsLetInAsync(waiter, cancel))
            {
                if (Delivering.IsInside)
                {
                    LetIn(waiter);
                }
                else if (!isTaken() && TryGiveUp(waiter))
                {
                    throw new InvalidOperationException(
                        $"{bound.Messages} messages or {bound.Bytes} bytes of them wait in memory for {handler}, and nobody in this process takes them. " +
                        $"Run its unit here, bind the topic to what its unit is bound to, or set {MemoryBound.MessagesKey} and {MemoryBound.BytesKey}.");
                }
            }
        }
        catch (OperationCanceledException)
        {
            if (!TryGiveUp(waiter))
            {
                Leave(bytes);
            }

            throw;
        }
    }

    /// <summary>Gives back the room of a message.</summary>
    public void Leave(int bytes)
    {
        lock (_lock)
        {
            (_messages, _bytes) = (_messages - 1, _bytes - bytes);
            LetNextIn();
        }
    }

    private Waiter Join(int bytes)
    {
        lock (_lock)
        {
            var waiter = new Waiter(bytes);
            _line.AddLast(waiter);

            // What was there may have left meanwhile.
            LetNextIn();
            return waiter;
        }
    }

    private async ValueTask<bool> IsLetInAsync(Waiter waiter, CancellationToken cancel)
    {
        try
        {
            await waiter.Entered.Task.WaitAsync(Delivering.IsInside ? bound.HandlerPatience : bound.OtherPatience, time, cancel);
            return true;
        }
        catch (TimeoutException)
        {
            return waiter.Entered.Task.IsCompleted;
        }
    }

    private void LetIn(Waiter waiter)
    {
        lock (_lock)
        {
            if (_line.Remove(waiter))
            {
                Take(waiter.Bytes);
                waiter.Entered.SetResult();
            }
        }
    }

    /// <summary>Leaves the line; false where it was let in meanwhile.</summary>
    private bool TryGiveUp(Waiter waiter)
    {
        lock (_lock)
        {
            var waited = _line.Remove(waiter);

            // It may have been too large for the room that is there for the next.
            LetNextIn();
            return waited;
        }
    }

    private void LetNextIn()
    {
        while (_line.First is { Value: var next } && TryTake(next.Bytes))
        {
            _line.RemoveFirst();
            next.Entered.SetResult();
        }
    }

    private bool TryTake(int bytes)
    {
        if (_messages > 0 && (_messages >= bound.Messages || _bytes + bytes > bound.Bytes))
        {
            return false;
        }

        Take(bytes);
        return true;
    }

    private void Take(int bytes) => (_messages, _bytes) = (_messages + 1, _bytes + bytes);

    private sealed class Waiter(int bytes)
    {
        public int Bytes { get; } = bytes;

        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
