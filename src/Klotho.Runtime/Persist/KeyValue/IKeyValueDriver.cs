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

    /// <summary>Deletes an item; false if there was none.</summary>
    /// <exception cref="ConcurrencyException"><paramref name="condition"/> does not hold.</exception>
    ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel);

    /// <summary>The items of a partition whose keys begin with <paramref name="prefix"/>, ordered by the UTF-8 bytes of their keys.</summary>
    IAsyncEnumerable<KeyValueItem> QueryAsync(string partition, string prefix, string? after, CancellationToken cancel);

    /// <summary>Every item.</summary>
    IAsyncEnumerable<KeyValueItem> ScanAsync(CancellationToken cancel);
}
