using System.Diagnostics;

namespace Klotho.Drivers;

/// <summary>A key-value store that tells of what is done with it.</summary>
internal sealed class ObservedKeyValueDriver(IKeyValueDriver driver, ObservedNode node) : IKeyValueDriver
{
    public ValueTask<KeyValueItem?> GetAsync(string key, CancellationToken cancel) => ObservedNode.IsOn
        ? node.RunAsync("get", ActivityKind.Client, (driver, key, cancel), static at => at.driver.GetAsync(at.key, at.cancel))
        : driver.GetAsync(key, cancel);

    public ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, WriteCondition condition, CancellationToken cancel) => ObservedNode.IsOn
        ? node.RunAsync("put", ActivityKind.Client, (driver, key, value, condition, cancel), static at => at.driver.PutAsync(at.key, at.value, at.condition, at.cancel))
        : driver.PutAsync(key, value, condition, cancel);

    public ValueTask<EntryVersion> PutExpiringAsync(string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, WriteCondition condition, CancellationToken cancel) => ObservedNode.IsOn
        ? node.RunAsync("put", ActivityKind.Client, (driver, key, value, lifetime, condition, cancel), static at => at.driver.PutExpiringAsync(at.key, at.value, at.lifetime, at.condition, at.cancel))
        : driver.PutExpiringAsync(key, value, lifetime, condition, cancel);

    public ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel) => ObservedNode.IsOn
        ? node.RunAsync("delete", ActivityKind.Client, (driver, key, condition, cancel), static at => at.driver.DeleteAsync(at.key, at.condition, at.cancel))
        : driver.DeleteAsync(key, condition, cancel);

    public IAsyncEnumerable<KeyValueItem> QueryAsync(string partition, string prefix, string? after, CancellationToken cancel)
    {
        var items = driver.QueryAsync(partition, prefix, after, cancel);
        return ObservedNode.IsOn ? node.ReadAsync("query", items, cancel) : items;
    }

    public IAsyncEnumerable<KeyValueItem> ScanAsync(CancellationToken cancel)
    {
        var items = driver.ScanAsync(cancel);
        return ObservedNode.IsOn ? node.ReadAsync("scan", items, cancel) : items;
    }

    public IKeyValueDriver Eventual => driver.Eventual is var eventual && eventual == driver ? this : new ObservedKeyValueDriver(eventual, node);

    public ValueTask<IReadOnlyList<KeyValueItem>> GetManyAsync(IReadOnlyList<string> keys, CancellationToken cancel) => ObservedNode.IsOn
        ? node.RunAsync("get many", ActivityKind.Client, (driver, keys, cancel), static at => at.driver.GetManyAsync(at.keys, at.cancel))
        : driver.GetManyAsync(keys, cancel);

    public ValueTask PutManyAsync(IReadOnlyList<KeyValueWrite> items, CancellationToken cancel) => ObservedNode.IsOn
        ? node.RunAsync("put many", ActivityKind.Client, (driver, items, cancel), static at => at.driver.PutManyAsync(at.items, at.cancel))
        : driver.PutManyAsync(items, cancel);

    public ValueTask DeleteManyAsync(IReadOnlyList<string> keys, CancellationToken cancel) => ObservedNode.IsOn
        ? node.RunAsync("delete many", ActivityKind.Client, (driver, keys, cancel), static at => at.driver.DeleteManyAsync(at.keys, at.cancel))
        : driver.DeleteManyAsync(keys, cancel);
}
