using System.Runtime.CompilerServices;

namespace Klotho.Drivers;

/// <summary>Items in files of a directory that several processes share: a directory for each partition, a file for each item.</summary>
internal sealed class FileKeyValueDriver(string directory) : IKeyValueDriver
{
    private const string Ending = ".item";

    private readonly StripedFileLock _locks = new(Path.Combine(directory, "locks"));
    private readonly string _drafts = Path.Combine(directory, "drafts");
    private readonly string _items = Path.Combine(directory, "items");

    public async ValueTask<KeyValueItem?> GetAsync(string key, CancellationToken cancel) => await ReadAsync(PathOf(key), cancel);

    public async ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, WriteCondition condition, CancellationToken cancel)
    {
        using var _ = await _locks.AcquireAsync(key, cancel);
        var path = PathOf(key);
        condition.Require(key, await VersionAsync(path, condition, cancel));
        var version = new EntryVersion(Guid.NewGuid().ToString("N"));
        await AtomicFile.WriteAsync(path, _drafts, ItemFile.Write(new KeyValueItem(key, value, version)), cancel);
        return version;
    }

    public async ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel)
    {
        using var _ = await _locks.AcquireAsync(key, cancel);
        var path = PathOf(key);
        condition.Require(key, await VersionAsync(path, condition, cancel));
        var existed = File.Exists(path);
        if (existed)
        {
            File.Delete(path);
        }

        return existed;
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

    private static async ValueTask<EntryVersion?> VersionAsync(string path, WriteCondition condition, CancellationToken cancel) =>
        condition == default ? null : (await ReadAsync(path, cancel))?.Version;

    private static async ValueTask<KeyValueItem?> ReadAsync(string path, CancellationToken cancel) =>
        await AtomicFile.ReadAsync(path, cancel) is { } content ? ItemFile.Read(content) : null;

    private string FolderOf(string partition) => Path.Combine(_items, FileName.Of(partition) + ".partition");

    private string PathOf(string key) => Path.Combine(FolderOf(KeyValueLimits.Partition(key)), FileName.Of(key) + Ending);
}
