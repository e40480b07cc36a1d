using System.Runtime.CompilerServices;

namespace Klotho.Drivers;

/// <summary>
/// Items in files of a directory that several processes share: a directory for each partition, a file for each item. The file of an item that
/// has ended is deleted by who comes across it, and now and then by who writes one.
/// </summary>
internal sealed class FileKeyValueDriver(string directory, TimeProvider? time = null) : IKeyValueDriver
{
    private const string Ending = ".item";

    private readonly StripedFileLock _locks = new(Path.Combine(directory, "locks"));
    private readonly string _drafts = Path.Combine(directory, "drafts");
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly FileSweep _sweep = new();
    private readonly string _items = Path.Combine(directory, "items");

    public async ValueTask<KeyValueItem?> GetAsync(string key, CancellationToken cancel) => await ReadAsync(PathOf(key), cancel);

    public ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, WriteCondition condition, CancellationToken cancel) =>
        PutAsync(key, value, end: null, condition, cancel);

    public async ValueTask<EntryVersion> PutExpiringAsync(string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, WriteCondition condition, CancellationToken cancel)
    {
        var version = await PutAsync(key, value, _time.GetUtcNow() + lifetime, condition, cancel);
        await _sweep.TakeTurnAsync(ScanAsync, cancel);
        return version;
    }

    private async ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, DateTimeOffset? end, WriteCondition condition, CancellationToken cancel)
    {
        using var _ = await _locks.AcquireAsync(key, cancel);
        var path = PathOf(key);
        condition.Require(key, await VersionAsync(path, condition, cancel));
        var version = new EntryVersion(Guid.NewGuid().ToString("N"));
        await AtomicFile.WriteAsync(path, _drafts, ItemFile.Write(new KeyValueItem(key, value, version), end), cancel);
        return version;
    }

    public async ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel)
    {
        using var _ = await _locks.AcquireAsync(key, cancel);
        var path = PathOf(key);
        var there = await FindAsync(path, cancel);
        condition.Require(key, IsLive(there) ? there?.Item.Version : null);
        Remove(there, path);
        return IsLive(there);
    }

    public async IAsyncEnumerable<KeyValueItem> QueryAsync(
        string partition, string prefix, string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var beginning = FileName.Escape(prefix);
        var found = new SortedDictionary<string, KeyValueItem>(Utf8Order.Instance);
        var folder = FolderOf(partition);
        foreach (var name in AtomicFile.Names(folder).Where(name => FileName.MayBegin(name, beginning)))
        {
            // An item that is deleted meanwhile is not there.
            if (await ReadAsync(Path.Combine(folder, name), cancel) is { } item &&
                item.Key.StartsWith(prefix, StringComparison.Ordinal) &&
                (after is null || Utf8Order.Instance.Compare(item.Key, after) > 0))
            {
                found[item.Key] = item;
            }
        }

        foreach (var item in found.Values)
        {
            yield return item;
        }
    }

    public async IAsyncEnumerable<KeyValueItem> ScanAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        if (!Directory.Exists(_items))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(_items, "*" + Ending, SearchOption.AllDirectories))
        {
            if (await ReadAsync(path, cancel) is { } item)
            {
                yield return item;
            }
        }
    }

    private async ValueTask<EntryVersion?> VersionAsync(string path, WriteCondition condition, CancellationToken cancel) =>
        condition != default && await FindAsync(path, cancel) is { } there && IsLive(there) ? there.Item.Version : null;

    private async ValueTask<KeyValueItem?> ReadAsync(string path, CancellationToken cancel)
    {
        var there = await FindAsync(path, cancel);
        if (there is null || IsLive(there))
        {
            return there?.Item;
        }

        using var _ = await _locks.AcquireAsync(there.Value.Item.Key, cancel);
        // Somebody may have written it anew meanwhile.
        there = await FindAsync(path, cancel);
        if (IsLive(there))
        {
            return there?.Item;
        }

        Remove(there, path);
        return null;
    }

    private static async ValueTask<(KeyValueItem Item, DateTimeOffset? End)?> FindAsync(string path, CancellationToken cancel) =>
        await AtomicFile.ReadAsync(path, cancel) is { } content ? ItemFile.Read(content) : null;

    private bool IsLive((KeyValueItem Item, DateTimeOffset? End)? there) => there is { } item && (item.End is not { } end || end > _time.GetUtcNow());

    private static void Remove((KeyValueItem Item, DateTimeOffset? End)? there, string path)
    {
        if (there is not null)
        {
            File.Delete(path);
        }
    }

    private string FolderOf(string partition) => Path.Combine(_items, FileName.Of(partition) + ".partition");

    private string PathOf(string key) => Path.Combine(FolderOf(KeyValueLimits.Partition(key)), FileName.Of(key) + Ending);
}
