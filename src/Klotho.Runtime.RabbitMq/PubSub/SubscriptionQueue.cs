using Klotho.Drivers;
using Microsoft.Extensions.Logging;

namespace Klotho.RabbitMq;

/// <summary>A unit's queue for one topic, which the unit's handlers of the topic share.</summary>
/// <param name="broker">The broker.</param>
/// <param name="exchange">What puts messages into the queue; null where others have set it up.</param>
/// <param name="queue">The queue's name.</param>
/// <param name="handlers">The unit's handlers of the topic.</param>
/// <param name="places">How many messages each of them handles at once.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures go that no handler's task sees.</param>
internal sealed class SubscriptionQueue(
    Broker broker, string? exchange, string queue, IReadOnlyList<string> handlers, int places, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly QueueSender _sender = new(broker, queue);
    private readonly SemaphoreSlim _opening = new(1);
    private Consumption? _consumption;

    /// <summary>What its handlers could not handle.</summary>
    public DeadLetterQueue Dead { get; } = new(broker, queue, handlers, time);

    /// <summary>Whether the broker answers.</summary>
    public ValueTask CheckAsync(CancellationToken cancel) => broker.CheckAsync(cancel);

    /// <summary>Whether the handler is one of this process.</summary>
    public bool Serves(string handler) => handlers.Contains(handler, StringComparer.Ordinal);

    /// <summary>Waits for a message for the handler.</summary>
    /// <exception cref="IOException">The connection to the broker broke.</exception>
    public async ValueTask<ITopicDelivery> ReceiveAsync(string handler, CancellationToken cancel)
    {
        var consumption = await OpenAsync(cancel);
        try
        {
            return await consumption.NextAsync(handler, cancel)
                ?? throw new IOException($"The broker ended the reception from the queue '{queue}', or the connection broke.");
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await consumption.LeaveAsync();
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

            var link = await broker.Receiving.OpenAsync(cancel);
            if (exchange is not null)
            {
                await QueueSetup.ExchangeAsync(link, exchange, cancel);
                await QueueSetup.SubscriptionAsync(link, exchange, queue, cancel);
            }

            return _consumption = await BrokerPatience.OpenedAsync(Consumption.StartAsync(link, queue, handlers, places, _sender, time, logger, cancel), cancel);
        }
        finally
        {
            _opening.Release();
        }
    }
}
