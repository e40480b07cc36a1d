using Klotho.Drivers;
using RabbitMQ.Client;

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
        if (await TryPublishAsync([message], cancel) is [{ } failure])
        {
            throw failure;
        }
    }

    /// <summary>Publishes messages, many together where they have no order to keep. Where one fails, no more are begun.</summary>
    /// <exception cref="PublishManyException">Some were not published.</exception>
    public async ValueTask PublishManyAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancel)
    {
        var (missing, done) = (new List<int>(), 0);
        IOException? reason = null;
        var most = messages.Any(message => message.Key is not null) ? 1 : ConfirmedPublisher.MostTogether;
        foreach (var together in messages.Chunk(most))
        {
            foreach (var (place, failure) in (await TryPublishAsync(together, cancel)).Index().Where(each => each.Item is not null))
            {
                missing.Add(done + place);
                reason ??= failure;
            }

            done += together.Length;
            if (reason is not null)
            {
                throw new PublishManyException([.. missing, .. Enumerable.Range(done, messages.Count - done)], messages.Count, reason);
            }
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

    /// <summary>Why each message was not published; nothing where all were.</summary>
    private async ValueTask<IReadOnlyList<IOException?>> TryPublishAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await PrepareAsync(cancel);
        var published = false;
        try
        {
            var failures = await broker.Publisher.PublishAsync(exchange, "", required: units.Count > 0, [.. messages.Select(Prepared)], cancel);
            published = failures.Count == 0;
            return failures;
        }
        finally
        {
            // Somebody may have deleted what was there.
            _isReady &= published;
        }
    }

    private static (BasicProperties Properties, ReadOnlyMemory<byte> Body) Prepared(OutgoingMessage message) =>
        (new MessageHead(message.Id) { Key = message.Key, Schema = message.Schema, Trace = message.Trace }.Write(), message.Payload);
}
