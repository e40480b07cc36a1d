using Klotho.Drivers;
using RabbitMQ.Client;

namespace Klotho.RabbitMq;

/// <summary>
/// The queue that takes what a unit's handlers could not handle. The broker itself moves a message there when its process died with it
/// as often as the unit's queue allows. It is read on one channel, so that what one reading hands back the next one finds.
/// </summary>
internal sealed class DeadLetterQueue(Broker broker, string source, IReadOnlyList<string> handlers, TimeProvider time, long mostBytes = TopicLimits.MaxListedBytes) : IDisposable
{
    // A broker may drop what was handed back too often (RabbitMQ 4: twenty times), so it is written anew before.
    // Source: www.rabbitmq.com/docs/quorum-queues, 2026-11-22.
    private const int MostHandedBack = 10;

    private readonly string _name = QueueSetup.DeadLettersOf(source);
    private readonly SemaphoreSlim _reading = new(1);
    private IChannel? _channel;

    /// <summary>Why a message is a dead letter that is for one handler, which is not there.</summary>
    public static string NoHandler(string handler) => $"This version of the unit has no handler {handler}.";

    /// <summary>The handler's dead letters, oldest first: the first 1,000, or fewer that are 64 MiB together with those of other handlers.</summary>
    public async ValueTask<IReadOnlyList<DeadLetter>> ListAsync(string handler, CancellationToken cancel)
    {
        var letters = new List<DeadLetter>();
        await VisitAsync(handler, (head, message) =>
        {
            letters.Add(new DeadLetter(
                head.Id, Math.Max(1, head.Failed), head.Reason ?? "The broker gave it up: the process ended each time that it handled the message.",
                head.At ?? time.GetUtcNow(), message.Body.ToArray())
            {
                Key = head.Key,
                Schema = head.Schema,
                Trace = head.Trace,
            });
            return ValueTask.FromResult(true);
        }, cancel);
        return [.. letters.OrderBy(letter => letter.At).ThenBy(letter => letter.MessageId, StringComparer.Ordinal)];
    }

    /// <summary>Puts the handler's dead letters back into the unit's queue, as if never delivered; returns how many.</summary>
    public async ValueTask<int> RedriveAsync(string handler, CancellationToken cancel)
    {
        var count = 0;
        await VisitAsync(handler, async (head, message) =>
        {
            await CopyAsync(source, head with { Failed = 0, Reason = null, At = null }, message, cancel);
            count++;
            return false;
        }, cancel);
        return count;
    }

    public void Dispose()
    {
        _channel?.Dispose();
        _reading.Dispose();
    }

    // What the broker moved here was for all of the unit's handlers; it is shown and redriven with the first.
    private bool IsFor(MessageHead head, string handler) =>
        string.Equals(head.Handler ?? handlers.Order(StringComparer.Ordinal).First(), handler, StringComparison.Ordinal);

    /// <summary>Reads every message once and hands those back of which <paramref name="visit"/> says that they stay.</summary>
    private async ValueTask VisitAsync(string handler, Func<MessageHead, BasicGetResult, ValueTask<bool>> visit, CancellationToken cancel)
    {
        await _reading.WaitAsync(cancel);
        try
        {
            var channel = await ChannelAsync(cancel);
            var staying = new List<BasicGetResult>();
            var bytes = 0L;
            try
            {
                // Not by the queue's count, which a quorum queue tells late.
                while (staying.Count < TopicLimits.MaxListedDeadLetters && bytes < mostBytes && await channel.BasicGetAsync(_name, autoAck: false, cancel) is { } message)
                {
                    staying.Add(message);
                    bytes += message.Body.Length;
                    var head = MessageHead.Of(message.BasicProperties);
                    if (IsFor(head, handler) && !await visit(head, message))
                    {
                        await channel.BasicAckAsync(message.DeliveryTag, multiple: false, CancellationToken.None);
                        staying.Remove(message);
                        bytes -= message.Body.Length;
                    }
                }
            }
            finally
            {
                foreach (var message in staying)
                {
                    await HandBackAsync(channel, message);
                }
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    private async ValueTask HandBackAsync(IChannel channel, BasicGetResult message)
    {
        if (MessageHead.DeliveriesOf(message.BasicProperties) < MostHandedBack)
        {
            await channel.BasicNackAsync(message.DeliveryTag, multiple: false, requeue: true);
            return;
        }

        var head = MessageHead.Of(message.BasicProperties);
        await CopyAsync(_name, head with { At = head.At ?? time.GetUtcNow() }, message, CancellationToken.None);
        await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
    }

    private ValueTask CopyAsync(string queue, MessageHead head, BasicGetResult message, CancellationToken cancel) =>
        broker.Publisher.PublishAsync("", queue, required: true, head.Write(), message.Body, cancel);

    private async ValueTask<IChannel> ChannelAsync(CancellationToken cancel)
    {
        if (_channel is { IsOpen: true } open)
        {
            return open;
        }

        if (_channel is { } ended)
        {
            _channel = null;
            Retirement.Begin(ended);
        }

        return _channel = await (await broker.Receiving.OpenAsync(cancel)).OpenChannelAsync(null, cancel);
    }
}
