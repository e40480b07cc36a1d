using Klotho.Drivers;
using Microsoft.Extensions.Logging;

namespace Klotho.RabbitMq;

/// <summary>A unit's queue for one topic, which the unit's handlers of the topic share.</summary>
/// <param name="broker">The broker.</param>
/// <param name="exchange">What puts messages into the queue; null where others have set it up.</param>
/// <param name="queue">The queue's name.</param>
/// <param name="handlers">The unit's handlers of the topic.</param>
/// <param name="isOrdered">Whether the topic's messages are ordered by a key.</param>
/// <param name="places">How many messages each of them handles at once.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures go that no handler's task sees.</param>
internal sealed class SubscriptionQueue(
    Broker broker, string? exchange, string queue, IReadOnlyList<string> handlers, bool isOrdered, int places, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly QueueSender _sender = new(broker, queue);
    private readonly SemaphoreSlim _opening = new(1);
    private Consumption? _consumption;
    private InvalidOperationException? _unfit;

    /// <summary>What its handlers could not handle.</summary>
    public DeadLetterQueue Dead { get; } = new(broker, queue, handlers, time);

    /// <summary>Whether the broker answers, and the queue was fit for the topic when it was last looked at.</summary>
    public ValueTask CheckAsync(CancellationToken cancel) => _unfit is { } unfit ? throw unfit : broker.CheckAsync(cancel);

    /// <summary>Whether the handler is one of this process.</summary>
    public bool Serves(string handler) => handlers.Contains(handler, StringComparer.Ordinal);

    /// <summary>Waits for a message for the handler.</summary>
    /// <exception cref="IOException">The connection to the broker broke.</exception>
    public async ValueTask<ITopicDelivery> ReceiveAsync(string handler, CancellationToken cancel)
    {
        var consumption = await OpenAsync(cancel);
        try
        {
            if (await consumption.NextAsync(handler, cancel) is { } delivery)
            {
                return delivery;
            }

            cancel.ThrowIfCancellationRequested();
            throw new IOException($"The broker ended the reception from the queue '{queue}', or the connection broke.");
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await consumption.LeaveAsync();
            throw;
        }
    }

    /// <summary>Makes what is missing.</summary>
    /// <exception cref="InvalidOperationException">The queue is there and keeps no order, as is asked for.</exception>
    public async ValueTask<BrokerLink> PrepareAsync(CancellationToken cancel)
    {
        var link = await broker.Receiving.OpenAsync(cancel);
        if (exchange is null)
        {
            return link;
        }

        try
        {
            await QueueSetup.ExchangeAsync(link, exchange, cancel);
            await QueueSetup.SubscriptionAsync(link, exchange, queue, isOrdered, cancel);
            _unfit = null;
            return link;
        }
        catch (InvalidOperationException unfit) when (unfit is not ObjectDisposedException)
        {
            _unfit = unfit;
            throw;
        }
    }

    public void Dispose()
    {
        _opening.Dispose();
        Dead.Dispose();
    }

    private async ValueTask<Consumption> OpenAsync(CancellationToken cancel)
    {
        if (_consumption is { IsOpen: true } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancel);
        try
        {
            if (_consumption is { IsOpen: true } opened)
            {
                return opened;
            }

            if (_consumption is { } ended)
            {
                _consumption = null;
                Retirement.Begin(ended);
            }

            var link = await PrepareAsync(cancel);
            return _consumption = await BrokerPatience.OpenedAsync(StartAsync(link, cancel), cancel);
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<Consumption> StartAsync(BrokerLink link, CancellationToken cancel)
    {
        var channel = await link.OpenChannelAsync(null, cancel);
        Consumption consumption = isOrdered
            ? new OrderedConsumption(channel, queue, handlers, exchange is null ? null : new BegunMessages(broker, queue), _sender, time, logger)
            : new SharedConsumption(channel, queue, handlers, places, _sender, time, logger);
        await consumption.BeginAsync(link, cancel);
        return consumption;
    }
}
