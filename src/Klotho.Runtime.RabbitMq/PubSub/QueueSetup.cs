using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Klotho.RabbitMq;

/// <summary>
/// Makes the exchanges and queues that are not there yet. What is there stays as it is, whoever made it: its arguments cannot be
/// changed. Several processes may do this at once, because all ask for the same.
/// </summary>
internal static class QueueSetup
{
    private const ushort NotFound = 404;

    // Only a bound on what a process does that dies before its worker can count: the worker gives up long before.
    // Source: www.rabbitmq.com/docs/quorum-queues, 2026-11-22.
    private const int DeliveryLimit = 100;

    /// <summary>The queue of what a queue's handlers could not handle.</summary>
    public static string DeadLettersOf(string queue) => $"{queue}.dead-letters";

    public static async ValueTask ExchangeAsync(BrokerLink link, string exchange, CancellationToken cancel)
    {
        if (!await IsThereAsync(link, channel => channel.ExchangeDeclarePassiveAsync(exchange, cancel), cancel))
        {
            await BriefChannel.UseAsync(
                link, channel => channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancel), cancel);
        }
    }

    /// <summary>A unit's queue with its dead letters, and what puts the exchange's messages into it.</summary>
    public static async ValueTask SubscriptionAsync(BrokerLink link, string exchange, string queue, CancellationToken cancel)
    {
        await QueueAsync(link, DeadLettersOf(queue), [], cancel);
        await QueueAsync(link, queue, [new("x-delivery-limit", DeliveryLimit), .. ForwardingTo(DeadLettersOf(queue))], cancel);
        await BriefChannel.UseAsync(link, channel => channel.QueueBindAsync(queue, exchange, "", cancellationToken: cancel), cancel);
    }

    /// <summary>A queue that holds each message for a time and then puts it into another.</summary>
    public static ValueTask DelayAsync(BrokerLink link, string name, TimeSpan delay, string queue, CancellationToken cancel) =>
        QueueAsync(link, name, [new("x-message-ttl", (long)delay.TotalMilliseconds), .. ForwardingTo(queue)], cancel);

    // "At least once": the broker itself publishes with confirmations, which asks for refusing instead of dropping when full.
    private static KeyValuePair<string, object?>[] ForwardingTo(string queue) =>
    [
        new("x-dead-letter-exchange", ""),
        new("x-dead-letter-routing-key", queue),
        new("x-dead-letter-strategy", "at-least-once"),
        new("x-overflow", "reject-publish"),
    ];

    private static async ValueTask QueueAsync(
        BrokerLink link, string queue, IEnumerable<KeyValuePair<string, object?>> arguments, CancellationToken cancel)
    {
        if (!await IsThereAsync(link, channel => channel.QueueDeclarePassiveAsync(queue, cancel), cancel))
        {
            var all = new Dictionary<string, object?>(arguments) { ["x-queue-type"] = "quorum" };
            await BriefChannel.UseAsync(
                link, channel => channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, all, cancellationToken: cancel), cancel);
        }
    }

    // The broker closes the channel that asks for what is not there.
    private static async ValueTask<bool> IsThereAsync(BrokerLink link, Func<IChannel, Task> ask, CancellationToken cancel)
    {
        try
        {
            await BriefChannel.UseAsync(link, ask, cancel);
            return true;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == NotFound)
        {
            return false;
        }
    }
}
