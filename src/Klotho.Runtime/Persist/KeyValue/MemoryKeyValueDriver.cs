using System.Runtime.CompilerServices;

namespace Klotho.Drivers;

/// <summary>Items in this process's memory.</summary>
/// <param name="time">The clock by which items end; the system's where there is none.</param>
internal sealed class MemoryKeyValueDriver(TimeProvider? time = null) : IKeyValueDriver
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly MemoryExpiry _expiry = new();
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, KeyValueItem> _items = new(Utf8Order.Instance);
    private readonly Dictionary<string, SortedSet<string>> _partitions = new(StringComparer.Ordinal);
    private long _writes;

    /// <summary>How many items it holds, also those that have ended and that nothing has removed so far.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _items.Count;
            }
        }
    }

    public ValueTask<KeyValueItem?> GetAsync(string key, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            RemoveEnded();
            return ValueTask.FromResult(_items.GetValueOrDefault(key));
        }
    }

    public ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, WriteCondition condition, CancellationToken cancel) =>
        Put(key, value, end: null, condition, cancel);

    public ValueTask<EntryVersion> PutExpiringAsync(string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, WriteCondition condition, CancellationToken cancel) =>
        Put(key, value, _time.GetUtcNow() + lifetime, condition, cancel);

    private ValueTask<EntryVersion> Put(string key, ReadOnlyMemory<byte> value, DateTimeOffset? end, WriteCondition condition, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            RemoveEnded();
            condition.Require(key, _items.GetValueOrDefault(key)?.Version);
            var version = new EntryVersion($"m{++_writes}");
            _items[key] = new KeyValueItem(key, value.ToArray(), version);
            _expiry.Set(key, end);
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
            RemoveEnded();
            condition.Require(key, _items.GetValueOrDefault(key)?.Version);
            _expiry.Set(key, end: null);
            return ValueTask.FromResult(Remove(key));
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

    private void RemoveEnded()
    {
        while (_expiry.TakeEnded(_time.GetUtcNow()) is { } key)
        {
            Remove(key);
        }
    }

    private bool Remove(string key)
    {
        var partition = KeyValueLimits.Partition(key);
        if (_partitions.TryGetValue(partition, out var keys) && keys.Remove(key) && keys.Count == 0)
        {
            _partitions.Remove(partition);
        }

        return _items.Remove(key);
    }

    private List<KeyValueItem> All()
    {
        lock (_lock)
        {
            RemoveEnded();
            return [.. _items.Values];
        }
    }

    private List<KeyValueItem> Matching(string partition, string prefix, string? after)
    {
        lock (_lock)
        {
            RemoveEnded();
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
