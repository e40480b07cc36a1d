using System.Diagnostics;

namespace Klotho.Drivers;

/// <summary>
/// One subscriber's messages, a file each, in directories that several processes share. A message is claimed by
/// moving its file: of several claimants one succeeds. A claimed file's name says when the lease ends; a file whose
/// claimant died is moved back by whoever looks next.
/// </summary>
internal sealed class FileQueue : IDisposable
{
    // There is no reliable way to be told of files that another process moves.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly TimeSpan _lease;
    private readonly TimeProvider _time;
    private readonly string _drafts;
    private readonly string _ready;
    private readonly string _claimed;
    private readonly DeadLetterFolder _dead;
    private readonly FileLines _lines;
    private readonly SemaphoreSlim _receiving = new(1);
    private readonly SemaphoreSlim _arrived = new(0);
    private Queue<QueueEntry> _due = [];

    public FileQueue(string directory, TimeSpan lease, TimeProvider time)
    {
        (_lease, _time, _drafts) = (lease, time, Path.Combine(directory, "drafts"));
        _ready = Directory.CreateDirectory(Path.Combine(directory, "ready")).FullName;
        _claimed = Directory.CreateDirectory(Path.Combine(directory, "claimed")).FullName;
        _dead = new(Path.Combine(directory, "dead"), _drafts);
        _lines = new(directory, _drafts, lease, time, Wake);
    }

    public async ValueTask EnqueueAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var file = new MessageFile(message.Payload, message.Key, message.Trace);
        if (message.Key is { } key)
        {
            await _lines.AppendAsync(key, message, file, cancel);
            return;
        }

        var entry = new QueueEntry(_time.GetUtcNow(), 0, message.Id, message.Schema, file.HasHead);
        await AtomicFile.WriteAsync(Path.Combine(_ready, entry.Name), _drafts, file.Write(), cancel);
        Wake();
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
                _due = new Queue<QueueEntry>(Entries(_ready).Where(entry => entry.At <= _time.GetUtcNow()).OrderBy(entry => entry.Name, StringComparer.Ordinal));
                if (!_lines.Refresh() && _due.Count == 0)
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
            await EnqueueAsync(new(letter.Payload) { Id = letter.MessageId, Key = letter.Key, Schema = letter.Schema, Trace = letter.Trace }, cancel);
            _dead.Remove(letter.MessageId);
            count++;
        }

        return count;
    }

    public QueueEntry? Renew(QueueEntry claimed)
    {
        var renewed = claimed with { At = _time.GetUtcNow() + _lease };
        return AtomicFile.TryMove(ClaimedPath(claimed), ClaimedPath(renewed)) ? renewed : null;
    }

    public void Complete(QueueEntry claimed) => File.Delete(ClaimedPath(claimed));

    public void Retry(QueueEntry claimed, TimeSpan delay, bool countAttempt)
    {
        var again = claimed with { At = _time.GetUtcNow() + delay, Failed = claimed.Failed + (countAttempt ? 1 : 0) };
        AtomicFile.TryMove(ClaimedPath(claimed), Path.Combine(_ready, again.Name));
    }

    public ValueTask BuryAsync(QueueEntry entry, MessageFile file, string reason) =>
        _dead.AddAsync(new DeadLetter(entry.Id, entry.Failed + 1, reason, _time.GetUtcNow(), file.Payload)
        {
            Key = file.Key,
            Schema = entry.Schema,
            Trace = file.Trace,
        });

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
            var claimed = entry with { At = _time.GetUtcNow() + _lease };
            if (AtomicFile.TryMove(Path.Combine(_ready, entry.Name), ClaimedPath(claimed)) &&
                await AtomicFile.ReadAsync(ClaimedPath(claimed), CancellationToken.None) is { } file)
            {
                return new FileDelivery(this, new FileClaim(this, claimed), MessageFile.Read(file, claimed.HasHead));
            }
        }

        return await _lines.TryTakeAsync() is { } first ? new FileDelivery(this, first.Claim, first.File) : null;
    }

    // One is enough to look; without a reader in this process they would add up.
    private void Wake()
    {
        if (_arrived.CurrentCount == 0)
        {
            _arrived.Release();
        }
    }

    private void ReturnLapsed()
    {
        foreach (var lapsed in Entries(_claimed).Where(entry => entry.At < _time.GetUtcNow()).ToList())
        {
            Retry(lapsed, TimeSpan.Zero, countAttempt: true);
        }
    }

    private string ClaimedPath(QueueEntry entry) => Path.Combine(_claimed, entry.Name);
}
