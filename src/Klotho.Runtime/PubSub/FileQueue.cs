using System.Diagnostics;

namespace Klotho.Drivers;

/// <summary>
/// One subscriber's messages, a file each, in directories that several processes share. A message is claimed by
/// moving its file: of several claimants one succeeds. A claimed file's name says when the lease ends; a file whose
/// claimant died is moved back by whoever looks next.
/// </summary>
internal sealed class FileQueue(string directory, TimeSpan lease, TimeProvider time) : IDisposable
{
    // There is no reliable way to be told of files that another process moves.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly string _drafts = Path.Combine(directory, "drafts");
    private readonly string _ready = Directory.CreateDirectory(Path.Combine(directory, "ready")).FullName;
    private readonly string _claimed = Directory.CreateDirectory(Path.Combine(directory, "claimed")).FullName;
    private readonly DeadLetterFolder _dead = new(Path.Combine(directory, "dead"), Path.Combine(directory, "drafts"));
    private readonly SemaphoreSlim _receiving = new(1);
    private readonly SemaphoreSlim _arrived = new(0);
    private Queue<QueueEntry> _due = [];

    public async ValueTask EnqueueAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var entry = new QueueEntry(time.GetUtcNow(), 0, message.Id, message.Schema, message.Trace is not null);
        var file = entry.HasHead ? HeadedFile.Write(json => json.WriteTrace(message.Trace), message.Payload) : message.Payload;
        await AtomicFile.WriteAsync(Path.Combine(_ready, entry.Name), _drafts, file, cancel);

        // One is enough to look; without a reader in this process they would add up.
        if (_arrived.CurrentCount == 0)
        {
            _arrived.Release();
        }
    }

    public async ValueTask<ITopicDelivery> ReceiveAsync(CancellationToken cancel)
    {
        await _receiving.WaitAsync(cancel);
        try
        {
            while (true)
            {
                cancel.ThrowIfCancellationRequested();
                if (await TryTakeAsync() is { } delivery)
                {
                    return delivery;
                }

                var looked = Stopwatch.StartNew();
                ReturnLapsed();
                _due = new Queue<QueueEntry>(Entries(_ready).Where(entry => entry.At <= time.GetUtcNow()).OrderBy(entry => entry.Name, StringComparer.Ordinal));
                if (_due.Count == 0)
                {
                    // Looking through many messages that are not due yet must not become all that this process does.
                    var pause = TimeSpan.FromTicks(Math.Max(PollInterval.Ticks, looked.Elapsed.Ticks * 10));
                    await _arrived.WaitAsync(pause, cancel);
                }
            }
        }
        finally
        {
            _receiving.Release();
        }
    }

    public IAsyncEnumerable<DeadLetter> DeadAsync(CancellationToken cancel) => _dead.ReadAsync(cancel);

    public async ValueTask<int> RedriveAsync(CancellationToken cancel)
    {
        var count = 0;
        await foreach (var letter in _dead.ReadAsync(cancel))
        {
            // In this order a process that dies in between leaves the message twice, never not at all.
            await EnqueueAsync(new(letter.Payload) { Id = letter.MessageId, Schema = letter.Schema, Trace = letter.Trace }, cancel);
            _dead.Remove(letter.MessageId);
            count++;
        }

        return count;
    }

    public QueueEntry? Renew(QueueEntry claimed)
    {
        var renewed = claimed with { At = time.GetUtcNow() + lease };
        return AtomicFile.TryMove(ClaimedPath(claimed), ClaimedPath(renewed)) ? renewed : null;
    }

    public void Complete(QueueEntry claimed) => File.Delete(ClaimedPath(claimed));

    public void Retry(QueueEntry claimed, TimeSpan delay, bool countAttempt)
    {
        var again = claimed with { At = time.GetUtcNow() + delay, Failed = claimed.Failed + (countAttempt ? 1 : 0) };
        AtomicFile.TryMove(ClaimedPath(claimed), Path.Combine(_ready, again.Name));
    }

    public async ValueTask BuryAsync(QueueEntry claimed, TraceContext? trace, ReadOnlyMemory<byte> payload, string reason)
    {
        await _dead.AddAsync(new DeadLetter(claimed.Id, claimed.Failed + 1, reason, time.GetUtcNow(), payload)
        {
            Schema = claimed.Schema,
            Trace = trace,
        });
        Complete(claimed);
    }

    public void Dispose()
    {
        _receiving.Dispose();
        _arrived.Dispose();
    }

    private static IEnumerable<QueueEntry> Entries(string folder) => AtomicFile.Names(folder).Select(QueueEntry.Parse).OfType<QueueEntry>();

    // Not cancellable: a message that is claimed is handed out.
    private async ValueTask<ITopicDelivery?> TryTakeAsync()
    {
        while (_due.TryDequeue(out var entry))
        {
            var claimed = entry with { At = time.GetUtcNow() + lease };
            if (AtomicFile.TryMove(Path.Combine(_ready, entry.Name), ClaimedPath(claimed)) &&
                await AtomicFile.ReadAsync(ClaimedPath(claimed), CancellationToken.None) is { } file)
            {
                if (!claimed.HasHead)
                {
                    return new FileDelivery(this, claimed, null, file);
                }

                var (head, payload) = HeadedFile.Read(file);
                return new FileDelivery(this, claimed, head.Trace(), payload);
            }
        }

        return null;
    }

    private void ReturnLapsed()
    {
        foreach (var lapsed in Entries(_claimed).Where(entry => entry.At < time.GetUtcNow()).ToList())
        {
            Retry(lapsed, TimeSpan.Zero, countAttempt: true);
        }
    }

    private string ClaimedPath(QueueEntry entry) => Path.Combine(_claimed, entry.Name);
}
