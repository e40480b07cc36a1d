using System.Threading.Channels;
using Klotho.Drivers;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Klotho.RabbitMq;

/// <summary>
/// Receives from a unit's queue for as long as its channel is open, and hands each message to all of the unit's handlers, or to the one
/// that it is for. The broker pushes no more messages than the handlers have places.
/// </summary>
internal sealed class Consumption : IAsyncDisposable
{
    private readonly IChannel _channel;
    private readonly QueueSender _sender;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SilenceWatch _watch;
    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<string, Channel<ITopicDelivery>> _inboxes;
    private readonly Lazy<Task> _leaving;
    private CancellationTokenRegistration _stopping;
    private string? _consumer;
    private volatile bool _leaves;

    private Consumption(IChannel channel, string queue, IEnumerable<string> handlers, QueueSender sender, TimeProvider time, ILogger logger)
    {
        (_channel, _sender, _time, _logger) = (channel, sender, time, logger);
        _watch = new SilenceWatch(channel, queue, time);
        _leaving = new Lazy<Task>(HandBackAsync);
        _inboxes = handlers.ToDictionary(handler => handler, _ => Channel.CreateUnbounded<ITopicDelivery>(), StringComparer.Ordinal);
    }

    public bool IsOpen => !_end.IsCancellationRequested && _channel.IsOpen;

    public static async Task<Consumption> StartAsync(
        BrokerLink link, string queue, IEnumerable<string> handlers, int places, QueueSender sender, TimeProvider time, ILogger logger, CancellationToken cancel)
    {
        var channel = await link.OpenChannelAsync(null, cancel);
        var consumption = new Consumption(channel, queue, handlers, sender, time, logger);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, received) => consumption.TakeAsync(received);
        consumer.UnregisteredAsync += (_, _) => consumption._leaves ? Task.CompletedTask : consumption.EndAsync();

        // The consumer is not told of every end of its channel: what ends while the consumer begins reaches only the channel.
        channel.ChannelShutdownAsync += (_, _) => consumption.EndAsync();
        var consumes = false;
        try
        {
            await channel.BasicQosAsync(0, (ushort)Math.Min(places, ushort.MaxValue), global: false, cancel);
            consumption._consumer = await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancel);
            consumes = true;
            _ = consumption.WatchAsync(link);

            // Also when no handler waits for a message then: each that one of them ends would let the broker push another.
            consumption._stopping = cancel.UnsafeRegister(static left => _ = (left as Consumption)?.LeaveAsync(), consumption);
            return consumption;
        }
        finally
        {
            if (!consumes)
            {
                Retirement.Begin(channel);
            }
        }
    }

    /// <summary>The handler's next message; null when the channel ends.</summary>
    public async ValueTask<ITopicDelivery?> NextAsync(string handler, CancellationToken cancel)
    {
        var inbox = _inboxes[handler].Reader;
        return await inbox.WaitToReadAsync(cancel) && inbox.TryRead(out var delivery) ? delivery : null;
    }

    /// <summary>
    /// Receives nothing more, and lets others have what none of the handlers has begun with, as if it had not been here: what the broker takes
    /// back by itself counts as a failed delivery. What handlers are at can still be ended.
    /// </summary>
    public Task LeaveAsync() => _leaving.Value;

    public async ValueTask DisposeAsync()
    {
        _stopping.Unregister();

        // Whoever waits begins anew at once, however long the client takes to close the channel.
        await EndAsync();
        await _channel.DisposeAsync();
        _end.Dispose();
    }

    /// <summary>
    /// What the client calls for each message. It waits for nothing: closing a channel, the client reads nothing more from the whole
    /// connection until all calls of that channel have come back, and what they waited for might have to come over that connection.
    /// </summary>
    private Task TakeAsync(BasicDeliverEventArgs received)
    {
        _watch.Heard();

        // The client uses the buffer again.
        _ = RouteAsync(received, received.Body.ToArray());
        return Task.CompletedTask;
    }

    private async Task RouteAsync(BasicDeliverEventArgs received, byte[] body)
    {
        var single = new SharedReceipt(_channel, received.DeliveryTag, 1);
        try
        {
            try
            {
                await RouteAsync(MessageHead.Of(received.BasicProperties), single, received, body);
            }
            catch (FormatException foreign)
            {
                await _sender.BuryAsync(new MessageHead(Guid.NewGuid().ToString("N"), Reason: foreign.Message, At: _time.GetUtcNow()), body);
                await single.EndAsync(isDone: true);
            }
        }
        catch (Exception failure) when (BrokerFailure.Is(failure))
        {
            // It stays with this channel until that ends; better that it comes again at once.
            LogNotSentOn(failure);
            Retirement.Begin(this);
        }
    }

    private async ValueTask RouteAsync(MessageHead sent, SharedReceipt single, BasicDeliverEventArgs received, byte[] body)
    {
        var head = sent with { Failed = sent.Failed + MessageHead.DeliveriesOf(received.BasicProperties) };
        if (head.Waits is not null)
        {
            await _sender.SendOnAsync(head, body);
            await single.EndAsync(isDone: true);
        }
        else if (head.Handler is null)
        {
            var receipt = new SharedReceipt(_channel, received.DeliveryTag, _inboxes.Count);
            foreach (var (handler, inbox) in _inboxes)
            {
                inbox.Writer.TryWrite(new RabbitMqDelivery(receipt, head, handler, body, _sender, _time));
            }
        }
        else
        {
            var delivery = new RabbitMqDelivery(single, head, head.Handler, body, _sender, _time);
            if (!_inboxes.TryGetValue(head.Handler, out var inbox))
            {
                await delivery.DeadLetterAsync($"This version of the unit has no handler {head.Handler}.");
            }
            else
            {
                inbox.Writer.TryWrite(delivery);
            }
        }
    }

    private async Task HandBackAsync()
    {
        // Ahead of the broker's answer, which tells that the consumer is gone.
        _leaves = true;
        try
        {
            if (_consumer is { } consumer)
            {
                await BrokerPatience.DoneAsync(_channel.BasicCancelAsync(consumer), _end.Token);
            }

            foreach (var inbox in _inboxes.Values)
            {
                while (inbox.Reader.TryRead(out var delivery))
                {
                    await delivery.RetryAsync(TimeSpan.Zero, countAttempt: false);
                }
            }
        }
        catch (Exception failure) when (BrokerFailure.Is(failure))
        {
            // With the channel goes what was received; it comes again, at the price of an attempt.
        }
    }

    private async Task WatchAsync(BrokerLink link)
    {
        if (await _watch.UntilLostAsync(_end.Token) is { } failure)
        {
            LogLost(failure);
            if (_channel.IsOpen)
            {
                link.Cut();
            }

            await EndAsync();
        }
    }

    private async Task EndAsync()
    {
        if (!_end.IsCancellationRequested)
        {
            await _end.CancelAsync();
        }

        foreach (var inbox in _inboxes.Values)
        {
            // What is still in it comes again: the channel that would have ended it is gone.
            inbox.Writer.TryComplete();
            while (inbox.Reader.TryRead(out _))
            {
            }
        }
    }

    private static readonly Action<ILogger, Exception?> NotSentOnMessage = LoggerMessage.Define(LogLevel.Error, new(0, nameof(LogNotSentOn)),
        "A message could not be sent on; receiving begins anew, and it comes again.");

    private static readonly Action<ILogger, Exception?> LostMessage = LoggerMessage.Define(LogLevel.Warning, new(0, nameof(LogLost)),
        "The broker does not answer on a channel that counts as open; the connection is given up, and receiving begins anew.");

    private void LogLost(Exception failure) => LostMessage(_logger, failure);

    private void LogNotSentOn(Exception failure) => NotSentOnMessage(_logger, failure);
}
