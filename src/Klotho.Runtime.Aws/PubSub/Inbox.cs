using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Where a handler's next messages come in: never more than it waits for.</summary>
internal sealed class Inbox
{
    private readonly Lock _lock = new();
    private readonly Queue<ITopicDelivery> _deliveries = new();
    private int _wanted;

    /// <summary>Released when something may have changed: a message came, or nobody polls.</summary>
    public SemaphoreSlim Signal { get; } = new(0);

    /// <summary>How many more messages are waited for than are there.</summary>
    public int Room
    {
        get
        {
            lock (_lock)
            {
                return _wanted - _deliveries.Count;
            }
        }
    }

    /// <summary>So many more messages are waited for.</summary>
    public void Want(int count)
    {
        lock (_lock)
        {
            _wanted += count;
        }
    }

    /// <summary>So many messages less are waited for. Returns those that came in for nobody.</summary>
    public IReadOnlyList<ITopicDelivery> Unwant(int count)
    {
        lock (_lock)
        {
            _wanted -= count;
            return Dequeue(Math.Max(0, _deliveries.Count - _wanted));
        }
    }

    /// <summary>Lets who waits look again.</summary>
    public void Wake()
    {
        if (Signal.CurrentCount == 0)
        {
            Signal.Release();
        }
    }

    /// <summary>Puts a message in, if one is waited for.</summary>
    public bool TryPut(ITopicDelivery delivery)
    {
        lock (_lock)
        {
            if (_deliveries.Count >= _wanted)
            {
                return false;
            }

            _deliveries.Enqueue(delivery);
            return true;
        }
    }

    /// <summary>Takes out the messages that are there, at most so many; then all of these are no longer waited for. None if there is none.</summary>
    public IReadOnlyList<ITopicDelivery> TryTake(int most)
    {
        lock (_lock)
        {
            if (_deliveries.Count == 0)
            {
                return [];
            }

            var taken = Dequeue(Math.Min(most, _deliveries.Count));
            _wanted -= most;
            return taken;
        }
    }

    private List<ITopicDelivery> Dequeue(int count) => [.. Enumerable.Range(0, count).Select(_ => _deliveries.Dequeue())];
}
