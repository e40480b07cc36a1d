namespace Klotho.Aws;

/// <summary>Where a handler's next messages of an ordered queue come in: what was received for it, and what is due again.</summary>
internal sealed class OrderedInbox : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<OrderedDelivery> _due = new();
    private int _wanted;

    /// <summary>Released when something may have changed: a message came, or nobody polls.</summary>
    public SemaphoreSlim Signal { get; } = new(0);

    /// <summary>Whether more messages are waited for than are there.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_lock)
            {
                return _wanted > _due.Count;
            }
        }
    }

    /// <summary>One more message is waited for, or one less.</summary>
    public void Want(int change)
    {
        lock (_lock)
        {
            _wanted += change;
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

    public void Put(OrderedDelivery delivery)
    {
        lock (_lock)
        {
            _due.Enqueue(delivery);
        }

        Wake();
    }

    /// <summary>Takes a message out that is still this process's; null if there is none.</summary>
    public OrderedDelivery? TryTake()
    {
        lock (_lock)
        {
            while (_due.TryDequeue(out var delivery))
            {
                if (delivery.TryTake())
                {
                    return delivery;
                }
            }

            return null;
        }
    }

    public void Dispose() => Signal.Dispose();
}
