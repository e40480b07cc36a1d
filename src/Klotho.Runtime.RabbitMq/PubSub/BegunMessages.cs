using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Klotho.RabbitMq;

/// <summary>
/// How often a message of an ordered queue was begun with by processes that died. The broker cannot tell: it counts what waited behind others in such a process as
/// well. So who begins with a message that may have been begun with before notes it, in a queue beside the unit's, which others read when it is their turn. Notes end
/// after a day; a message is begun with once before the first. Nothing waits for a broker that keeps no note: then it is not counted.
/// </summary>
internal sealed class BegunMessages(Broker broker, string queue)
{
    // Twice as many as the queue keeps.
    private const ushort MostAtOnce = 1000;

    private readonly string _name = QueueSetup.BegunOf(queue);
    private readonly Lock _lock = new();
    private Task<Dictionary<string, int>>? _noted;

    /// <summary>Notes that a message is begun with; how often that was noted before.</summary>
    public async Task<int> NoteAsync(string id)
    {
        Task<Dictionary<string, int>> reading;
        lock (_lock)
        {
            reading = _noted ??= ReadAsync();
        }

        try
        {
            var times = (await reading).GetValueOrDefault(id);
            await PublishAsync(new MessageHead(id, Failed: times + 1));
            return times;
        }
        catch (Exception failure) when (BrokerFailure.Is(failure))
        {
            return 0;
        }
    }

    /// <summary>Removes what is noted of a message: it may be redriven, and then nothing has happened to it.</summary>
    public async ValueTask ForgetAsync(string id)
    {
        try
        {
            await VisitAsync(note => string.Equals(note.Id, id, StringComparison.Ordinal));
        }
        catch (Exception failure) when (BrokerFailure.Is(failure))
        {
            // Redriven within a day, it has fewer attempts in which a process may die.
        }
    }

    private async Task<Dictionary<string, int>> ReadAsync() =>
        (await VisitAsync(_ => false)).GroupBy(note => note.Id, StringComparer.Ordinal).ToDictionary(notes => notes.Key, notes => notes.Max(note => note.Failed), StringComparer.Ordinal);

    /// <summary>All notes; those that are not over go back when the channel closes. They come in one go: asked for one by one, they would take as many answers.</summary>
    private async Task<IReadOnlyList<MessageHead>> VisitAsync(Func<MessageHead, bool> isOver)
    {
        // A note of nothing, behind which there are no others.
        var last = Guid.NewGuid().ToString("N");
        await PublishAsync(new MessageHead(last));
        var notes = new List<MessageHead>();
        await BriefChannel.UseAsync(
            await broker.Receiving.OpenAsync(CancellationToken.None),
            async channel =>
            {
                foreach (var (note, tag) in await ReceiveAsync(channel, last))
                {
                    notes.Add(note);
                    if (string.Equals(note.Id, last, StringComparison.Ordinal) || isOver(note))
                    {
                        await channel.BasicAckAsync(tag, multiple: false);
                    }
                }
            },
            CancellationToken.None);
        return notes;
    }

    private async Task<List<(MessageHead Note, ulong Tag)>> ReceiveAsync(IChannel channel, string last)
    {
        var received = new List<(MessageHead Note, ulong Tag)>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, next) =>
        {
            // What others add meanwhile goes back as well.
            if (!all.Task.IsCompleted)
            {
                var note = MessageHead.Of(next.BasicProperties);
                received.Add((note, next.DeliveryTag));
                _ = string.Equals(note.Id, last, StringComparison.Ordinal) && all.TrySetResult();
            }

            return Task.CompletedTask;
        };
        channel.ChannelShutdownAsync += (_, _) =>
        {
            all.TrySetException(new IOException($"The connection broke while the queue '{_name}' was read."));
            return Task.CompletedTask;
        };
        await channel.BasicQosAsync(0, MostAtOnce, global: false);
        await channel.BasicConsumeAsync(_name, autoAck: false, consumer);
        await all.Task;
        return received;
    }

    private ValueTask PublishAsync(MessageHead note) => broker.Publisher.PublishAsync("", _name, required: true, note.Write(), default, CancellationToken.None);
}
