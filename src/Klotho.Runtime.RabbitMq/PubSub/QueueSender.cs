using System.Collections.Concurrent;
using System.Globalization;

namespace Klotho.RabbitMq;

/// <summary>Puts copies of messages into a unit's queue: at once, or after a wait in queues that are made when they are needed.</summary>
internal sealed class QueueSender(Broker broker, string queue)
{
    private readonly ConcurrentDictionary<TimeSpan, string> _ready = new();

    /// <summary>Puts a message into the queue after a wait.</summary>
    public ValueTask SendAsync(MessageHead head, ReadOnlyMemory<byte> body, TimeSpan delay) => SendAsync(head, body, Waits.Of(delay));

    /// <summary>Sends a message on that came out of a wait and has another ahead.</summary>
    public ValueTask SendOnAsync(MessageHead head, ReadOnlyMemory<byte> body) => SendAsync(head, body, Waits.Next(head.Waits));

    /// <summary>Puts a message into the dead letters.</summary>
    public ValueTask BuryAsync(MessageHead head, ReadOnlyMemory<byte> body) => PublishAsync(QueueSetup.DeadLettersOf(queue), head, body);

    private async ValueTask SendAsync(MessageHead head, ReadOnlyMemory<byte> body, (TimeSpan First, string? Later) wait)
    {
        if (wait.First == TimeSpan.Zero)
        {
            await PublishAsync(queue, head with { Waits = null }, body);
            return;
        }

        if (!_ready.TryGetValue(wait.First, out var name))
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{queue}.wait-{(long)wait.First.TotalMilliseconds}");
            await QueueSetup.DelayAsync(await broker.Receiving.OpenAsync(CancellationToken.None), name, wait.First, queue, CancellationToken.None);
            _ready[wait.First] = name;
        }

        var sent = false;
        try
        {
            await PublishAsync(name, head with { Waits = wait.Later }, body);
            sent = true;
        }
        finally
        {
            if (!sent)
            {
                // Whoever deleted the queue: the next one is made anew.
                _ready.TryRemove(wait.First, out _);
            }
        }
    }

    private ValueTask PublishAsync(string to, MessageHead head, ReadOnlyMemory<byte> body) =>
        broker.Publisher.PublishAsync("", to, required: true, head.Write(), body, CancellationToken.None);
}
