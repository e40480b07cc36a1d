using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Klotho.RabbitMq;

/// <summary>
/// Publishes, and returns when the broker has confirmed that it keeps the message. Each message has a channel for itself until then:
/// a channel that failed takes no other message with it.
/// </summary>
internal sealed class ConfirmedPublisher(BrokerConnection connection) : IDisposable
{
    private const int MostAtOnce = 16;

    private readonly SemaphoreSlim _free = new(MostAtOnce);
    private readonly ConcurrentQueue<(IChannel Channel, BrokerLink Link)> _idle = new();

    /// <summary>Publishes a message.</summary>
    /// <param name="exchange">The exchange; empty for the queue that <paramref name="key"/> names.</param>
    /// <param name="key">The routing key.</param>
    /// <param name="required">Whether it is an error that no queue takes the message.</param>
    /// <param name="properties">The message's properties.</param>
    /// <param name="body">The message.</param>
    /// <param name="cancel">Stops before the message is sent.</param>
    /// <exception cref="IOException">The broker did not take the message, or did not say so in 30 seconds.</exception>
    public async ValueTask PublishAsync(
        string exchange, string key, bool required, BasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        (IChannel Channel, BrokerLink Link)? taken = null;
        var (isIn, kept) = (false, false);
        using var patience = new CancellationTokenSource(BrokerPatience.Limit);
        using var before = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            await _free.WaitAsync(before.Token);
            isIn = true;
            var (channel, link) = await TakeAsync(before.Token);
            taken = (channel, link);

            // The client is asked to give up, and not waited for should it not.
            await channel.BasicPublishAsync(exchange, key, required, properties, body, patience.Token).AsTask().WaitAsync(patience.Token);
            kept = true;
            _idle.Enqueue((channel, link));
        }
        catch (PublishException refused)
        {
            throw new IOException(
                refused.IsReturn ? $"No queue takes messages of {Name(exchange, key)} yet; nothing was published." : $"The broker does not keep the message to {Name(exchange, key)}.", refused);
        }
        catch (RabbitMQClientException failure)
        {
            throw new IOException($"The broker did not confirm the message to {Name(exchange, key)}: {failure.Message}", failure);
        }
        catch (OperationCanceledException failure) when (!cancel.IsCancellationRequested)
        {
            // The client also cancels what waits for a confirmation when the channel closes under it.
            taken?.Link.Doubt();
            var why = patience.IsCancellationRequested ? $"in {BrokerPatience.Limit.TotalSeconds} s" : "before the connection to it ended";
            throw new IOException($"The broker did not confirm the message to {Name(exchange, key)} {why}.", failure);
        }
        finally
        {
            if (isIn)
            {
                _free.Release();
            }

            if (!kept && taken is { } failed)
            {
                Retirement.Begin(failed.Channel);
            }
        }
    }

    public void Dispose()
    {
        while (_idle.TryDequeue(out var idle))
        {
            idle.Channel.Dispose();
        }

        _free.Dispose();
    }

    private static string Name(string exchange, string key) => exchange.Length > 0 ? $"the exchange '{exchange}'" : $"the queue '{key}'";

    private async ValueTask<(IChannel Channel, BrokerLink Link)> TakeAsync(CancellationToken cancel)
    {
        while (_idle.TryDequeue(out var idle))
        {
            if (idle.Channel.IsOpen && idle.Link.IsOpen)
            {
                return idle;
            }

            Retirement.Begin(idle.Channel);
        }

        var link = await connection.OpenAsync(cancel);
        return (await link.OpenChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancel), link);
    }
}
