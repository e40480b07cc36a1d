using System.Runtime.CompilerServices;

namespace Klotho.Drivers;

/// <summary>Items in this process's memory.</summary>
internal sealed class MemoryKeyValueDriver : IKeyValueDriver
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, KeyValueItem> _items = new(Utf8Order.Instance);
    private readonly Dictionary<string, SortedSet<string>> _partitions = new(StringComparer.Ordinal);
    private long _writes;

    public ValueTask<KeyValueItem?> GetAsync(string key, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult(_items.GetValueOrDefault(key));
        }
    }

    public ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, WriteCondition condition, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            condition.Require(key, _items.GetValueOrDefault(key)?.Version);
            var version = new EntryVersion($"m{++_writes}");
            _items[key] = new KeyValueItem(key, value.ToArray(), version);
            var partition = KeyValueLimits.Partition(key);
            if (!_partitions.TryGetValue(partition, out var keys))
            {
                _partitions[partition] = keys = new SortedSet<string>(Utf8Order.Instance);
            }

            keys.Add(key);
            return ValueTask.FromResult(version);
        }
    }

    public ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            condition.Require(key, _items.GetValueOrDefault(key)?.Version);
            var partition = KeyValueLimits.Partition(key);
            if (_partitions.TryGetValue(partition, out var keys) && keys.Remove(key) && keys.Count == 0)
            {
                _partitions.Remove(partition);
            }

            return ValueTask.FromResult(_items.Remove(key));
        }
    }

    public async IAsyncEnumerable<KeyValueItem> QueryAsync(
        string partition, string prefix, string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await ValueTask.CompletedTask;
        foreach (var item in Matching(partition, prefix, after))
        {
            cancel.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    public async IAsyncEnumerable<KeyValueItem> ScanAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await ValueTask.CompletedTask;
        foreach (var item in All())
        {
            cancel.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    private List<KeyValueItem> All()
    {
        lock (_lock)
        {
            return [.. _items.Values];
        }
    }

    private List<KeyValueItem> Matching(string partition, string prefix, string? after)
    {
        lock (_lock)
        {
            var from = after is not null && Utf8Order.Instance.Compare(after, prefix) > 0 ? after : prefix;
            if (!_partitions.TryGetValue(partition, out var keys) || keys.Max is not { } last || Utf8Order.Instance.Compare(from, last) > 0)
            {
                return [];
            }

            return [.. keys.GetViewBetween(from, last)
                .TakeWhile(key => key.StartsWith(prefix, StringComparison.Ordinal))
                .Where(key => !string.Equals(key, after, StringComparison.Ordinal))
                .Select(key => _items[key])];
        }
    }
}
