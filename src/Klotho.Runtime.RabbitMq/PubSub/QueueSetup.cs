using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Klotho.RabbitMq;

/// <summary>
/// Makes the exchanges and queues that are not there yet. What is there stays as it is, whoever made it: its arguments cannot be
/// changed. Only a queue whose messages are to be ordered must be one that keeps order. Several processes may do this at once, because all ask for the same.
/// </summary>
internal static class QueueSetup
{
    private const ushort NotFound = 404;
    private const ushort Different = 406;

    // Only a bound on what a process does that dies before its worker can count: the worker gives up long before.
    // Source: www.rabbitmq.com/docs/quorum-queues, 2026-11-22.
    private const int DeliveryLimit = 100;

    // None: a message that waits behind others of its key is handed out as often as processes come and go. RabbitMQ 4 has a limit, 20, where none is asked for.
    private const int NoDeliveryLimit = 1_000_000_000;

    // The same that the emitted definitions have, for the broker compares all. Only what settles the order: the broker gives no message up by itself.
    private static readonly KeyValuePair<string, object?>[] InOrder = [new("x-single-active-consumer", true), new("x-delivery-limit", NoDeliveryLimit)];

    // Each process that begins anew reads them, and hands them back. The oldest make room: what a process dies of is noted anew each time.
    private const int MostNotes = 500;
    private const long NoteMilliseconds = 86_400_000;

    private static readonly KeyValuePair<string, object?>[] Notes =
        [new("x-delivery-limit", NoDeliveryLimit), new("x-max-length", MostNotes), new("x-message-ttl", NoteMilliseconds)];

    /// <summary>The queue of what a queue's handlers could not handle.</summary>
    public static string DeadLettersOf(string queue) => $"{queue}.dead-letters";

    /// <summary>The queue of what is noted of messages of an ordered queue.</summary>
    public static string BegunOf(string queue) => $"{queue}.begun";

    public static async ValueTask ExchangeAsync(BrokerLink link, string exchange, CancellationToken cancel)
    {
        if (!await IsThereAsync(link, channel => channel.ExchangeDeclarePassiveAsync(exchange, cancel), cancel))
        {
            await BriefChannel.UseAsync(
                link, channel => channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancel), cancel);
        }
    }

    /// <summary>A unit's queue with its dead letters, and what puts the exchange's messages into it.</summary>
    /// <exception cref="InvalidOperationException">The queue is there and keeps no order, as is asked for.</exception>
    public static async ValueTask SubscriptionAsync(BrokerLink link, string exchange, string queue, bool isOrdered, CancellationToken cancel)
    {
        await QueueAsync(link, DeadLettersOf(queue), [], cancel);
        await (isOrdered ? OrderedAsync(link, queue, cancel) : QueueAsync(link, queue, [new("x-delivery-limit", DeliveryLimit), .. ForwardingTo(DeadLettersOf(queue))], cancel));
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

    // Makes it, or has the broker compare.
    private static async ValueTask OrderedAsync(BrokerLink link, string queue, CancellationToken cancel)
    {
        try
        {
            await DeclareAsync(link, queue, InOrder, cancel);
            await QueueAsync(link, BegunOf(queue), Notes, cancel);
        }
        catch (OperationInterruptedException other) when (other.ShutdownReason?.ReplyCode == Different)
        {
            throw new InvalidOperationException(
                $"The messages of '{queue}' are [OrderedBy] a key, but the queue is there and was made without x-single-active-consumer, or otherwise than an ordered topic's " +
                $"({other.ShutdownReason.ReplyText}). Let it empty and delete it, so that it is made anew, or bind the topic to an exchange and queues of another name.", other);
        }
    }

    private static async ValueTask QueueAsync(
        BrokerLink link, string queue, IEnumerable<KeyValuePair<string, object?>> arguments, CancellationToken cancel)
    {
        if (!await IsThereAsync(link, channel => channel.QueueDeclarePassiveAsync(queue, cancel), cancel))
        {
            await DeclareAsync(link, queue, arguments, cancel);
        }
    }

    private static ValueTask DeclareAsync(BrokerLink link, string queue, IEnumerable<KeyValuePair<string, object?>> arguments, CancellationToken cancel)
    {
        var all = new Dictionary<string, object?>(arguments) { ["x-queue-type"] = "quorum" };
        return BriefChannel.UseAsync(
            link, channel => channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, all, cancellationToken: cancel), cancel);
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
