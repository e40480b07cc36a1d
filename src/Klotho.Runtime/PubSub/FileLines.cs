using System.Security.Cryptography;
using System.Text;

namespace Klotho.Drivers;

/// <summary>
/// One subscriber's ordered messages, a file each, in a directory for each key. Only the first of a directory is ever claimed, and it keeps its
/// place until it is removed. Who looks for the first does so under a lock, because a directory that is read while a file in it is renamed may show neither name.
/// </summary>
/// <param name="directory">Where the directories are.</param>
/// <param name="drafts">Where files are written before they are moved.</param>
/// <param name="lease">How long a claimed message is nobody else's.</param>
/// <param name="time">The time.</param>
/// <param name="wake">Called when another message may be due.</param>
internal sealed class FileLines(string directory, string drafts, TimeSpan lease, TimeProvider time, Action wake)
{
    private readonly string _lines = Directory.CreateDirectory(Path.Combine(directory, "lines")).FullName;
    private readonly StripedFileLock _locks = new(Path.Combine(directory, "locks"));
    private Queue<string> _next = [];

    public async ValueTask AppendAsync(string key, OutgoingMessage message, MessageFile file, CancellationToken cancel)
    {
        var line = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));
        using (await _locks.AcquireAsync(line, cancel))
        {
            // A clock that was set back must not put a message ahead of those that wait.
            var now = time.GetUtcNow();
            var turn = Math.Max(now.UtcTicks, (Entries(line).LastOrDefault()?.Turn ?? 0) + 1);
            var entry = new LineEntry(turn, IsClaimed: false, new(now, 0, message.Id, message.Schema, file.HasHead));
            await AtomicFile.WriteAsync(PathOf(line, entry), drafts, file.Write(), cancel);
        }

        wake();
    }

    /// <summary>Looks for messages that have become due, in lines that were not looked at since the last time.</summary>
    public bool Refresh()
    {
        _next = new(Directory.EnumerateDirectories(_lines).Select(line => Path.GetFileName(line)).Where(line => FirstDue(line) is not null));
        return _next.Count > 0;
    }

    /// <summary>Claims the first message of the next line that has one due; null where none has.</summary>
    public async ValueTask<(LineClaim Claim, MessageFile File)?> TryTakeAsync()
    {
        while (_next.TryDequeue(out var line))
        {
            using var held = await _locks.AcquireAsync(line, CancellationToken.None);
            if (FirstDue(line) is not { } first)
            {
                continue;
            }

            // One whose claimant died has failed once more.
            var entry = first.Entry with { At = time.GetUtcNow() + lease, Failed = first.Entry.Failed + (first.IsClaimed ? 1 : 0) };
            var claimed = first with { IsClaimed = true, Entry = entry };
            if (AtomicFile.TryMove(PathOf(line, first), PathOf(line, claimed)) &&
                await AtomicFile.ReadAsync(PathOf(line, claimed), CancellationToken.None) is { } file)
            {
                return (new(this, line, claimed), MessageFile.Read(file, entry.HasHead));
            }
        }

        return null;
    }

    public async ValueTask<LineEntry?> RenewAsync(string line, LineEntry claimed)
    {
        var renewed = claimed with { Entry = claimed.Entry with { At = time.GetUtcNow() + lease } };
        return await MoveAsync(line, claimed, renewed) ? renewed : null;
    }

    public async ValueTask RetryAsync(string line, LineEntry claimed, TimeSpan delay, bool countAttempt)
    {
        var entry = claimed.Entry with { At = time.GetUtcNow() + delay, Failed = claimed.Entry.Failed + (countAttempt ? 1 : 0) };
        await MoveAsync(line, claimed, new(claimed.Turn, IsClaimed: false, entry));
        wake();
    }

    public async ValueTask CompleteAsync(string line, LineEntry claimed)
    {
        using (await _locks.AcquireAsync(line, CancellationToken.None))
        {
            if (File.Exists(PathOf(line, claimed)))
            {
                File.Delete(PathOf(line, claimed));
                RemoveIfEmpty(line);
            }
        }

        wake();
    }

    private async ValueTask<bool> MoveAsync(string line, LineEntry from, LineEntry to)
    {
        using var held = await _locks.AcquireAsync(line, CancellationToken.None);
        return File.Exists(PathOf(line, from)) && AtomicFile.TryMove(PathOf(line, from), PathOf(line, to));
    }

    private LineEntry? FirstDue(string line) => Entries(line).FirstOrDefault() is { } first && first.Entry.At <= time.GetUtcNow() ? first : null;

    private List<LineEntry> Entries(string line)
    {
        try
        {
            return [.. AtomicFile.Names(Path.Combine(_lines, line)).Select(LineEntry.Parse).OfType<LineEntry>().OrderBy(entry => entry.Turn)];
        }
        catch (DirectoryNotFoundException)
        {
            // Who looks without the lock may see it go.
            return [];
        }
    }

    // Under the lock nobody adds to it meanwhile.
    private void RemoveIfEmpty(string line)
    {
        var path = Path.Combine(_lines, line);
        if (Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any())
        {
            Directory.Delete(path);
        }
    }

    private string PathOf(string line, LineEntry entry) => Path.Combine(_lines, line, entry.Name);
}
