using Klotho.Drivers;

namespace Klotho.RabbitMq;

/// <summary>
/// The exchange that a topic's messages are published to. Ahead of the first message, the queues of all units that subscribe are made,
/// so that a unit that starts for the first time later still gets it.
/// </summary>
/// <param name="broker">The broker.</param>
/// <param name="exchange">The exchange's name.</param>
/// <param name="units">The units that subscribe.</param>
/// <param name="isOrdered">Whether the queues keep the order of messages by key.</param>
/// <param name="declares">Whether what is missing is made.</param>
internal sealed class TopicExchange(Broker broker, string exchange, IReadOnlyList<string> units, bool isOrdered, bool declares) : IDisposable
{
    private readonly SemaphoreSlim _preparing = new(1);
    private volatile bool _isReady;

    /// <summary>The queue of a unit.</summary>
    public static string QueueOf(string exchange, string unit) => $"{exchange}.{unit}";

    /// <summary>Whether the broker answers. The exchange itself may be made by the first message.</summary>
    public ValueTask CheckAsync(CancellationToken cancel) => broker.CheckAsync(cancel);

    /// <summary>Publishes a message; once this returns, the broker keeps it for each unit.</summary>
    /// <exception cref="IOException">The broker did not confirm it.</exception>
    public async ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await PrepareAsync(cancel);
        var published = false;
        try
        {
            var head = new MessageHead(message.Id) { Key = message.Key, Schema = message.Schema, Trace = message.Trace };
            await broker.Publisher.PublishAsync(exchange, "", required: units.Count > 0, head.Write(), message.Payload, cancel);
            published = true;
        }
        finally
        {
            // Somebody may have deleted what was there.
            _isReady &= published;
        }
    }

    /// <summary>Makes what is missing.</summary>
    /// <exception cref="InvalidOperationException">A queue is there and keeps no order, as is asked for.</exception>
    public async ValueTask PrepareAsync(CancellationToken cancel)
    {
        if (!declares || _isReady)
        {
            return;
        }

        await _preparing.WaitAsync(cancel);
        try
        {
            if (_isReady)
            {
                return;
            }

            var link = await broker.Receiving.OpenAsync(cancel);
            await QueueSetup.ExchangeAsync(link, exchange, cancel);
            foreach (var unit in units)
            {
                await QueueSetup.SubscriptionAsync(link, exchange, QueueOf(exchange, unit), isOrdered, cancel);
            }

            _isReady = true;
        }
        finally
        {
            _preparing.Release();
        }
    }

    public void Dispose() => _preparing.Dispose();
}
