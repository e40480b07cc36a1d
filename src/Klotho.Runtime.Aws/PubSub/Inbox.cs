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

    /// <summary>One more message is waited for.</summary>
    public void Want()
    {
        lock (_lock)
        {
            _wanted++;
        }
    }

    /// <summary>One message less is waited for. Returns one that came in for nobody, if there is any.</summary>
    public ITopicDelivery? Unwant()
    {
        lock (_lock)
        {
            return _deliveries.Count > --_wanted ? _deliveries.Dequeue() : null;
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

    /// <summary>Takes a message out, which is then no longer waited for; null if there is none.</summary>
    public ITopicDelivery? TryTake()
    {
        lock (_lock)
        {
            if (!_deliveries.TryDequeue(out var delivery))
            {
                return null;
            }

            _wanted--;
            return delivery;
        }
    }
}
