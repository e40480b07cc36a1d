namespace Klotho;

/// <summary>
/// Items of one type under text keys. A key is a path: its first segment (all of it, where it has no <c>/</c>) is the
/// partition, within which keys are ordered ordinally. Values are serialised as JSON; a value read is never the
/// instance that was written. An item is at most 400 KB with its key (the limit of Amazon DynamoDB), a key at most 1024 bytes of UTF-8.
/// </summary>
/// <typeparam name="T">A type that System.Text.Json reads and writes.</typeparam>
public partial interface IKeyValueStore<T>
{
    /// <summary>The item at <paramref name="key"/>, or null.</summary>
    ValueTask<KeyValueEntry<T>?> GetAsync(string key, CancellationToken cancel = default);

    /// <summary>Writes an item and returns its new version.</summary>
    /// <exception cref="ConcurrencyException"><paramref name="condition"/> does not hold; nothing was written.</exception>
    /// <exception cref="PayloadTooLargeException">The item is over the limit; nothing was written.</exception>
    ValueTask<EntryVersion> PutAsync(string key, T value, WriteCondition condition = default, CancellationToken cancel = default);

    /// <summary>Deletes an item; false if there was none.</summary>
    /// <exception cref="ConcurrencyException"><paramref name="condition"/> does not hold; nothing was deleted.</exception>
    ValueTask<bool> DeleteAsync(string key, WriteCondition condition = default, CancellationToken cancel = default);

    /// <summary>
    /// The items whose keys begin with <paramref name="prefix"/> (which holds at least a whole partition and its
    /// <c>/</c>), in ordinal order of their keys, after <paramref name="after"/> where that is given.
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> names no partition.</exception>
    IAsyncEnumerable<KeyValueEntry<T>> QueryAsync(string prefix, string? after = null, CancellationToken cancel = default);

    /// <summary>Every item, in no particular order. Reads the whole store.</summary>
    IAsyncEnumerable<KeyValueEntry<T>> ScanAsync(CancellationToken cancel = default);
}
