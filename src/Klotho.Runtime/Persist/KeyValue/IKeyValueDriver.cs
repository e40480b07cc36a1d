namespace Klotho.Drivers;

/// <summary>
/// A key-value store of bytes on one technology. Keys and sizes are checked before a driver is called; versions, order
/// and conditions are the driver's, and the contract suite holds all drivers to the same.
/// </summary>
public interface IKeyValueDriver
{
    /// <summary>The item at <paramref name="key"/>, or null.</summary>
    ValueTask<KeyValueItem?> GetAsync(string key, CancellationToken cancel);

    /// <summary>Writes an item and returns its new version.</summary>
    /// <exception cref="ConcurrencyException"><paramref name="condition"/> does not hold.</exception>
    ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, WriteCondition condition, CancellationToken cancel);

    /// <summary>
    /// Writes an item that is there for <paramref name="lifetime"/>, and then to nobody any more: no read gives it, conditions take it for absent and a
    /// deletion finds nothing, whenever the store removes it. What is written over it ends when that says.
    /// </summary>
    /// <exception cref="ConcurrencyException"><paramref name="condition"/> does not hold.</exception>
    /// <exception cref="NotSupportedException">The technology has no items that end.</exception>
    ValueTask<EntryVersion> PutExpiringAsync(string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, WriteCondition condition, CancellationToken cancel) =>
        throw new NotSupportedException($"{GetType()} has no items that end.");

    /// <summary>Deletes an item; false if there was none.</summary>
    /// <exception cref="ConcurrencyException"><paramref name="condition"/> does not hold.</exception>
    ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel);

    /// <summary>The items of a partition whose keys begin with <paramref name="prefix"/>, ordered by the UTF-8 bytes of their keys.</summary>
    IAsyncEnumerable<KeyValueItem> QueryAsync(string partition, string prefix, string? after, CancellationToken cancel);

    /// <summary>Every item.</summary>
    IAsyncEnumerable<KeyValueItem> ScanAsync(CancellationToken cancel);

    /// <summary>The same store for who is content with reads that may be a little old. Itself where reads are strong always.</summary>
    IKeyValueDriver Eventual => this;

    /// <summary>The items at <paramref name="keys"/> that are there, in any order. No key is given twice.</summary>
    async ValueTask<IReadOnlyList<KeyValueItem>> GetManyAsync(IReadOnlyList<string> keys, CancellationToken cancel)
    {
        var found = new List<KeyValueItem>();
        foreach (var key in keys)
        {
            if (await GetAsync(key, cancel) is { } item)
            {
                found.Add(item);
            }
        }

        return found;
    }

    /// <summary>Writes items, each on its own. No key is given twice.</summary>
    async ValueTask PutManyAsync(IReadOnlyList<KeyValueWrite> items, CancellationToken cancel)
    {
        foreach (var item in items)
        {
            await PutAsync(item.Key, item.Value, default, cancel);
        }
    }

    /// <summary>Deletes items, each on its own. No key is given twice.</summary>
    async ValueTask DeleteManyAsync(IReadOnlyList<string> keys, CancellationToken cancel)
    {
        foreach (var key in keys)
        {
            await DeleteAsync(key, default, cancel);
        }
    }
}
