using System.Threading.Channels;
using Klotho.Drivers;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Klotho.RabbitMq;

/// <summary>
/// Receives the messages of an ordered queue, whose broker lets one process at a time have them. Of one key they are handed out one after the other, each when all
/// of the unit's handlers have ended the one before; of different keys beside each other. None is given back alone, which would put it behind later ones:
/// what is not ended when the channel closes the broker puts back to the head of the queue, in its order.
/// </summary>
/// <remarks>Where <c>begun</c> is null, nobody counts how often a process died with a message.</remarks>
internal sealed class OrderedConsumption(
    IChannel channel, string queue, IReadOnlyList<string> handlers, BegunMessages? begun, QueueSender sender, TimeProvider time, ILogger logger)
    : Consumption(channel, queue, handlers, sender, time, logger)
{
    /// <summary>
    /// How many messages may be with a process: 64 MB of the largest. The same in every process of every version: one that takes fewer than the one before had leaves
    /// some of those at the queue's head, and what it gives back itself would come behind these.
    /// </summary>
    public const int Places = 250;

    // A dead letter that the broker did not take is one a moment later.
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly KeyLines<OrderedMessage> _lines = new();
    private readonly Acknowledgements _acknowledgements = new(channel, Places);
    private readonly Lock _handing = new();
    private int _inHand;
    private volatile bool _leaves;

    protected override ushort Window => Places;

    // Who stops is not told of an end that follows from it.
    protected override bool EndsWaits => !_leaves;

    /// <summary>A handler is done with a message; after the last of them comes the next of its key.</summary>
    public async ValueTask EndAsync(OrderedMessage message)
    {
        try
        {
            if (!message.End())
            {
                return;
            }

            // What comes again because the broker had not heard must come ahead of the next, so that is not begun before.
            await _acknowledgements.AddAsync(message.Tag);
            if (message.Head.Key is { } key && _lines.TryLeave(key, out var next))
            {
                Hand(next);
            }
        }
        finally
        {
            PutDown();
        }
    }

    /// <summary>Hands a message to its handler again after <paramref name="delay"/>. Those of its key wait.</summary>
    public void HandAgain(OrderedDelivery again, TimeSpan delay)
    {
        _ = PutAfterAsync(again, delay);
        PutDown();
    }

    /// <summary>Puts a message into the dead letters, for one handler.</summary>
    /// <exception cref="IOException">The broker did not take it, and it is tried again; or it comes again, because the connection broke.</exception>
    public async ValueTask BuryAsync(OrderedDelivery delivery, string reason)
    {
        new SharedReceipt(Channel, delivery.Message.Tag, 1).RequireHeld();
        var isKept = false;
        try
        {
            await Sender.BuryAsync(delivery.Message.Head with { Handler = delivery.Handler, Failed = delivery.Attempt, Reason = reason, At = Time.GetUtcNow() }, delivery.Message.Payload);
            isKept = true;
        }
        finally
        {
            if (!isKept)
            {
                HandAgain(delivery, Breath);
            }
        }

        await EndAsync(delivery.Message);
        await (delivery.Message.MayHaveBegun && begun is not null ? begun.ForgetAsync(delivery.MessageId) : ValueTask.CompletedTask);
    }

    protected override async ValueTask RouteAsync(MessageHead head, BasicDeliverEventArgs received, byte[] body)
    {
        if (head.Handler is { } gone && !Inboxes.ContainsKey(gone))
        {
            await Sender.BuryAsync(head with { Reason = DeadLetterQueue.NoHandler(gone), At = Time.GetUtcNow() }, body);
            await new SharedReceipt(Channel, received.DeliveryTag, 1).EndAsync(isDone: true);
            return;
        }

        var message = new OrderedMessage(received.DeliveryTag, head, body, head.Handler is { } handler ? [handler] : handlers);
        if (head.Key is not { } key || _lines.TryEnter(key, message))
        {
            message.MayHaveBegun = received.Redelivered;
            Hand(message);
        }
    }

    protected override async ValueTask<ITopicDelivery?> TryTakeAsync(ChannelReader<ITopicDelivery> inbox)
    {
        ITopicDelivery? taken;
        Task? noting = null;
        lock (_handing)
        {
            if (_leaves || !inbox.TryRead(out taken))
            {
                return null;
            }

            _inHand++;
            if (taken is OrderedDelivery { Message: { MayHaveBegun: true } message })
            {
                noting = message.Noting ??= begun?.NoteAsync(message.Head.Id);
            }
        }

        await (noting ?? Task.CompletedTask);
        return taken;
    }

    /// <summary>The channel stays open until handlers have ended what they are at: the next process gets messages only when it is closed.</summary>
    protected override Task HandBackAsync()
    {
        lock (_handing)
        {
            _leaves = true;
            RetireIfDone();
        }

        return Task.CompletedTask;
    }

    private void Hand(OrderedMessage message)
    {
        foreach (var handler in message.Handlers)
        {
            Inboxes[handler].Writer.TryWrite(new OrderedDelivery(this, message, handler, failed: 0));
        }
    }

    private async Task PutAfterAsync(OrderedDelivery again, TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, Time, End);
            Inboxes[again.Handler].Writer.TryWrite(again);
        }
        catch (Exception ended) when (BrokerFailure.Is(ended))
        {
            // The broker hands it out again.
        }
    }

    private void PutDown()
    {
        lock (_handing)
        {
            _inHand--;
            RetireIfDone();
        }
    }

    private void RetireIfDone()
    {
        if (_leaves && _inHand == 0)
        {
            Retirement.Begin(this);
        }
    }
}
