using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Klotho.RabbitMq;

/// <summary>
/// Publishes, and returns when the broker has confirmed that it keeps the message. A message, or several that are published together, have a channel for themselves until then:
/// a channel that failed takes no others with it.
/// </summary>
internal sealed class ConfirmedPublisher(BrokerConnection connection) : IDisposable
{
    /// <summary>How many messages may be on their way together on a channel; the client slows down who has more.</summary>
    public const int MostTogether = 50;

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
        if (await PublishAsync(exchange, key, required, [(properties, body)], cancel) is [{ } failure])
        {
            throw failure;
        }
    }

    /// <summary>Publishes messages together, as <see cref="PublishAsync(string, string, bool, BasicProperties, ReadOnlyMemory{byte}, CancellationToken)"/> does one.</summary>
    /// <param name="exchange">As of one message.</param>
    /// <param name="key">As of one message.</param>
    /// <param name="required">As of one message.</param>
    /// <param name="messages">At most <see cref="MostTogether"/>.</param>
    /// <param name="cancel">Stops before the first is sent.</param>
    /// <returns>Why each was not published; nothing where all were.</returns>
    public async ValueTask<IReadOnlyList<IOException?>> PublishAsync(
        string exchange, string key, bool required, IReadOnlyList<(BasicProperties Properties, ReadOnlyMemory<byte> Body)> messages, CancellationToken cancel)
    {
        (IChannel Channel, BrokerLink Link)? taken = null;
        var (isIn, kept) = (false, false);
        Task[] publishing = [];
        using var patience = new CancellationTokenSource(BrokerPatience.Limit);
        using var before = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            await _free.WaitAsync(before.Token);
            isIn = true;
            var (channel, link) = await TakeAsync(before.Token);
            taken = (channel, link);

            // The client is asked to give up, and not waited for should it not.
            publishing = [.. messages.Select(message => channel.BasicPublishAsync(exchange, key, required, message.Properties, message.Body, patience.Token).AsTask())];
            await Task.WhenAll(publishing).WaitAsync(patience.Token);
            kept = true;
            _idle.Enqueue((channel, link));
            return [];
        }
        catch (Exception failure) when (failure is RabbitMQClientException || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            if (failure is OperationCanceledException)
            {
                // The client also cancels what waits for a confirmation when the channel closes under it.
                taken?.Link.Doubt();
            }

            var name = Name(exchange, key);
            return publishing.Length > 0
                ? [.. publishing.Select(each => each.IsCompletedSuccessfully ? null : Failure(name, each.Exception?.InnerException ?? failure, patience.Token))]
                : [.. messages.Select(_ => Failure(name, failure, patience.Token))];
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

    private static IOException Failure(string name, Exception failure, CancellationToken patience) => failure switch
    {
        PublishException { IsReturn: true } => new($"No queue takes messages of {name} yet; nothing was published.", failure),
        PublishException => new($"The broker does not keep the message to {name}.", failure),
        OperationCanceledException => new(
            $"The broker did not confirm the message to {name} {(patience.IsCancellationRequested ? $"in {BrokerPatience.Limit.TotalSeconds} s" : "before the connection to it ended")}.", failure),
        _ => new($"The broker did not confirm the message to {name}: {failure.Message}", failure),
    };

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
