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
    private readonly Dictionary<string, Channel<ITopicDelivery>> _inboxes;

    private Consumption(IChannel channel, IEnumerable<string> handlers, QueueSender sender, TimeProvider time, ILogger logger)
    {
        (_channel, _sender, _time, _logger) = (channel, sender, time, logger);
        _inboxes = handlers.ToDictionary(handler => handler, _ => Channel.CreateUnbounded<ITopicDelivery>(), StringComparer.Ordinal);
    }

    public bool IsOpen => _channel.IsOpen;

    public static async Task<Consumption> StartAsync(
        IConnection connection, string queue, IEnumerable<string> handlers, int places, QueueSender sender, TimeProvider time, ILogger logger, CancellationToken cancel)
    {
        // As many dispatched at once as there are places: one that must be sent on delays no other.
        var dispatched = (ushort)Math.Min(places, ushort.MaxValue);
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(false, false, consumerDispatchConcurrency: dispatched), cancel);
        var consumption = new Consumption(channel, handlers, sender, time, logger);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, received) => consumption.RouteAsync(received);
        consumer.UnregisteredAsync += (_, _) => consumption.EndAsync();

        // The consumer is not told of every end of its channel: what ends while the consumer begins reaches only the channel.
        channel.ChannelShutdownAsync += (_, _) => consumption.EndAsync();
        var consumes = false;
        try
        {
            await channel.BasicQosAsync(0, dispatched, global: false, cancel);
            await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancel);
            consumes = true;
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

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private async Task RouteAsync(BasicDeliverEventArgs received)
    {
        // The client uses the buffer again.
        var body = received.Body.ToArray();
        try
        {
            await RouteAsync(MessageHead.Of(received.BasicProperties), new SharedReceipt(_channel, received.DeliveryTag, 1), received, body);
        }
        catch (FormatException foreign)
        {
            await _sender.BuryAsync(new MessageHead(Guid.NewGuid().ToString("N"), Reason: foreign.Message, At: _time.GetUtcNow()), body);
            await _channel.BasicAckAsync(received.DeliveryTag, multiple: false);
        }
        catch (IOException failure)
        {
            // It stays with this channel until that ends; better that it comes again at once.
            // A channel waits for its callbacks when it is closed, of which this is one.
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

    private Task EndAsync()
    {
        foreach (var inbox in _inboxes.Values)
        {
            // What is still in it comes again: the channel that would have ended it is gone.
            inbox.Writer.TryComplete();
            while (inbox.Reader.TryRead(out _))
            {
            }
        }

        return Task.CompletedTask;
    }

    private static readonly Action<ILogger, Exception?> NotSentOnMessage = LoggerMessage.Define(LogLevel.Error, new(0, nameof(LogNotSentOn)),
        "A message could not be sent on; receiving begins anew, and it comes again.");

    private void LogNotSentOn(Exception failure) => NotSentOnMessage(_logger, failure);
}
