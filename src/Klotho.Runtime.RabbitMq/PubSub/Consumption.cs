using System.Threading.Channels;
using Klotho.Drivers;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Klotho.RabbitMq;

/// <summary>Receives from a unit's queue for as long as its channel is open, and hands each message to those of the unit's handlers that it is for.</summary>
internal abstract class Consumption : IAsyncDisposable
{
    private readonly string _queue;
    private readonly ILogger _logger;
    private readonly SilenceWatch _watch;
    private readonly CancellationTokenSource _end = new();
    private readonly Lazy<Task> _leaving;
    private CancellationTokenRegistration _stopping;
    private string? _consumer;
    private volatile bool _cancels;

    protected Consumption(IChannel channel, string queue, IEnumerable<string> handlers, QueueSender sender, TimeProvider time, ILogger logger)
    {
        (Channel, _queue, Sender, Time, _logger) = (channel, queue, sender, time, logger);
        _watch = new SilenceWatch(channel, queue, time);
        _leaving = new Lazy<Task>(HandBackAsync);
        Inboxes = handlers.ToDictionary(handler => handler, _ => System.Threading.Channels.Channel.CreateUnbounded<ITopicDelivery>(), StringComparer.Ordinal);
    }

    public bool IsOpen => !_end.IsCancellationRequested && Channel.IsOpen;

    /// <summary>How many messages the broker pushes before it has heard of the end of one.</summary>
    protected abstract ushort Window { get; }

    /// <summary>Whether those who wait for a message are told of the end.</summary>
    protected virtual bool EndsWaits => true;

    protected IChannel Channel { get; }

    protected QueueSender Sender { get; }

    protected TimeProvider Time { get; }

    protected IReadOnlyDictionary<string, Channel<ITopicDelivery>> Inboxes { get; }

    /// <summary>That the channel ends.</summary>
    protected CancellationToken End => _end.Token;

    /// <summary>Begins to receive; where that fails the channel is closed.</summary>
    public async Task BeginAsync(BrokerLink link, CancellationToken cancel)
    {
        var consumer = new AsyncEventingBasicConsumer(Channel);
        consumer.ReceivedAsync += (_, received) => TakeAsync(received);
        consumer.UnregisteredAsync += (_, _) => _cancels ? Task.CompletedTask : EndAsync();

        // The consumer is not told of every end of its channel: what ends while the consumer begins reaches only the channel.
        Channel.ChannelShutdownAsync += (_, _) => EndAsync();
        var consumes = false;
        try
        {
            await Channel.BasicQosAsync(0, Window, global: false, cancel);
            _consumer = await Channel.BasicConsumeAsync(_queue, autoAck: false, consumer, cancel);
            consumes = true;
            _ = WatchAsync(link);

            // Also when no handler waits for a message then: each that one of them ends would let the broker push another.
            _stopping = cancel.UnsafeRegister(static left => _ = (left as Consumption)?.LeaveAsync(), this);
        }
        finally
        {
            if (!consumes)
            {
                Retirement.Begin(Channel);
            }
        }
    }

    /// <summary>The handler's next message; null when the channel ends.</summary>
    public async ValueTask<ITopicDelivery?> NextAsync(string handler, CancellationToken cancel)
    {
        var inbox = Inboxes[handler].Reader;
        return await inbox.WaitToReadAsync(cancel) ? await TryTakeAsync(inbox) : null;
    }

    /// <summary>Begins with nothing more, and lets others have what none of the handlers has begun with. What handlers are at can still be ended.</summary>
    public Task LeaveAsync() => _leaving.Value;

    public async ValueTask DisposeAsync()
    {
        _stopping.Unregister();

        // Whoever waits begins anew at once, however long the client takes to close the channel.
        await EndAsync();
        await Channel.DisposeAsync();
        _end.Dispose();
    }

    /// <summary>Hands a message to handlers. Those that come one after the other are so up to where this first waits.</summary>
    protected abstract ValueTask RouteAsync(MessageHead head, BasicDeliverEventArgs received, byte[] body);

    /// <summary>What <see cref="LeaveAsync"/> does, once.</summary>
    protected abstract Task HandBackAsync();

    /// <summary>Takes a message out of an inbox.</summary>
    protected virtual ValueTask<ITopicDelivery?> TryTakeAsync(ChannelReader<ITopicDelivery> inbox) => ValueTask.FromResult(inbox.TryRead(out var delivery) ? delivery : null);

    /// <summary>Receives nothing more on the channel, which stays open.</summary>
    protected async Task CancelConsumerAsync()
    {
        // Ahead of the broker's answer, which tells that the consumer is gone.
        _cancels = true;
        if (_consumer is { } consumer)
        {
            await BrokerPatience.DoneAsync(Channel.BasicCancelAsync(consumer), End);
        }
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
        try
        {
            try
            {
                await RouteAsync(MessageHead.Of(received.BasicProperties), received, body);
            }
            catch (FormatException foreign)
            {
                await Sender.BuryAsync(new MessageHead(Guid.NewGuid().ToString("N"), Reason: foreign.Message, At: Time.GetUtcNow()), body);
                await new SharedReceipt(Channel, received.DeliveryTag, 1).EndAsync(isDone: true);
            }
        }
        catch (Exception failure) when (BrokerFailure.Is(failure))
        {
            // It stays with this channel until that ends; better that it comes again at once.
            LogNotSentOn(failure);
            Retirement.Begin(this);
        }
    }

    private async Task WatchAsync(BrokerLink link)
    {
        if (await _watch.UntilLostAsync(_end.Token) is { } failure)
        {
            LogLost(failure);
            if (Channel.IsOpen)
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

        foreach (var inbox in Inboxes.Values)
        {
            if (EndsWaits)
            {
                inbox.Writer.TryComplete();
            }

            // What is still in it comes again: the channel that would have ended it is gone.
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
