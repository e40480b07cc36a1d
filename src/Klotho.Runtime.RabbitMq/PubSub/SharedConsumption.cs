using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Klotho.RabbitMq;

/// <summary>
/// Receives messages that come in no promised order, beside other processes of the unit: each is handed to all of the unit's handlers, or to the one
/// that it is for. The broker pushes no more than the handlers have places.
/// </summary>
internal sealed class SharedConsumption(
    IChannel channel, string queue, IEnumerable<string> handlers, int places, QueueSender sender, TimeProvider time, ILogger logger)
    : Consumption(channel, queue, handlers, sender, time, logger)
{
    protected override ushort Window => (ushort)Math.Min(places, ushort.MaxValue);

    protected override async ValueTask RouteAsync(MessageHead sent, BasicDeliverEventArgs received, byte[] body)
    {
        var single = new SharedReceipt(Channel, received.DeliveryTag, 1);
        var head = sent with { Failed = sent.Failed + MessageHead.DeliveriesOf(received.BasicProperties) };
        if (head.Waits is not null)
        {
            await Sender.SendOnAsync(head, body);
            await single.EndAsync(isDone: true);
        }
        else if (head.Handler is null)
        {
            var receipt = new SharedReceipt(Channel, received.DeliveryTag, Inboxes.Count);
            foreach (var (handler, inbox) in Inboxes)
            {
                inbox.Writer.TryWrite(new RabbitMqDelivery(receipt, head, handler, body, Sender, Time));
            }
        }
        else
        {
            var delivery = new RabbitMqDelivery(single, head, head.Handler, body, Sender, Time);
            if (!Inboxes.TryGetValue(head.Handler, out var inbox))
            {
                await delivery.DeadLetterAsync(DeadLetterQueue.NoHandler(head.Handler));
            }
            else
            {
                inbox.Writer.TryWrite(delivery);
            }
        }
    }

    /// <summary>As if it had not been here: what the broker takes back by itself counts as a failed delivery.</summary>
    protected override async Task HandBackAsync()
    {
        try
        {
            await CancelConsumerAsync();
            foreach (var inbox in Inboxes.Values)
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
}
