using RabbitMQ.Client;

namespace Klotho.RabbitMq;

/// <summary>
/// How often a message of an ordered queue was begun with by processes that died. The broker cannot tell: it counts what waited behind others in such a process as
/// well. So who begins with a message that may have been begun with before notes it, in a queue beside the unit's, which others read when it is their turn. Notes end
/// after a day; a message is begun with once before the first.
/// </summary>
internal sealed class BegunMessages(Broker broker, string queue)
{
    private readonly string _name = QueueSetup.BegunOf(queue);
    private readonly Lock _lock = new();
    private Task<Dictionary<string, int>>? _noted;

    /// <summary>Notes that a message is begun with; how often that was noted before.</summary>
    /// <exception cref="IOException">The broker did not answer, or did not keep the note.</exception>
    public async Task<int> NoteAsync(string id)
    {
        Task<Dictionary<string, int>> reading;
        lock (_lock)
        {
            reading = _noted ??= ReadAsync();
        }

        var times = (await reading).GetValueOrDefault(id);
        await broker.Publisher.PublishAsync("", _name, required: true, new MessageHead(id, Failed: times + 1).Write(), default, CancellationToken.None);
        return times;
    }

    /// <summary>Removes what is noted of a message: it may be redriven, and then nothing has happened to it.</summary>
    public ValueTask ForgetAsync(string id) => VisitAsync((channel, head, tag) =>
        string.Equals(head.Id, id, StringComparison.Ordinal) ? channel.BasicAckAsync(tag, multiple: false) : ValueTask.CompletedTask);

    private async Task<Dictionary<string, int>> ReadAsync()
    {
        var noted = new Dictionary<string, int>(StringComparer.Ordinal);
        await VisitAsync((_, head, _) =>
        {
            noted[head.Id] = Math.Max(head.Failed, noted.GetValueOrDefault(head.Id));
            return ValueTask.CompletedTask;
        });
        return noted;
    }

    // What is not acknowledged goes back when the channel closes.
    private async ValueTask VisitAsync(Func<IChannel, MessageHead, ulong, ValueTask> visit) => await BriefChannel.UseAsync(
        await broker.Receiving.OpenAsync(CancellationToken.None),
        async channel =>
        {
            while (await channel.BasicGetAsync(_name, autoAck: false) is { } note)
            {
                await visit(channel, MessageHead.Of(note.BasicProperties), note.DeliveryTag);
            }
        },
        CancellationToken.None);
}
