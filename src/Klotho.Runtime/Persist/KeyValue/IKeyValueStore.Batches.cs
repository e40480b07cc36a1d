namespace Klotho;

/// <remarks>
/// Several items in few requests: on Amazon DynamoDB 100 are read and 25 written at a time, on PostgreSQL 100 with one statement, on Redis 100
/// are read at once on one connection, and written and deleted with one script for each partition; in memory and in files one after the other. A store that does not say otherwise takes them one by one.
/// </remarks>
public partial interface IKeyValueStore<T>
{
    /// <summary>
    /// The items at <paramref name="keys"/> by key; those that are not there are left out. Any number of keys, each read on its own: this is no
    /// picture of one moment.
    /// </summary>
    /// <exception cref="ArgumentException">A key is no key; nothing was read.</exception>
    async ValueTask<IReadOnlyDictionary<string, KeyValueEntry<T>>> GetManyAsync(
        IEnumerable<string> keys, ReadConsistency consistency = ReadConsistency.Strong, CancellationToken cancel = default)
    {
        var found = new Dictionary<string, KeyValueEntry<T>>(StringComparer.Ordinal);
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
        {
            if (await GetAsync(key, consistency, cancel) is { } entry)
            {
                found[key] = entry;
            }
        }

        return found;
    }

    /// <summary>
    /// Writes items whatever is there, each on its own: this is no transaction. Where it fails, any of them may have been written and any
    /// not; to write all of them again does no harm.
    /// </summary>
    /// <exception cref="ArgumentException">A key is no key, or is there twice; nothing was written.</exception>
    /// <exception cref="PayloadTooLargeException">An item is over the limit; nothing was written.</exception>
    async ValueTask PutManyAsync(IEnumerable<KeyValuePair<string, T>> items, CancellationToken cancel = default)
    {
        foreach (var (key, value) in items)
        {
            await PutAsync(key, value, cancel: cancel);
        }
    }

    /// <summary>
    /// Deletes the items at <paramref name="keys"/> that are there, each on its own: this is no transaction. Where it fails, any of them may have
    /// been deleted and any not.
    /// </summary>
    /// <exception cref="ArgumentException">A key is no key; nothing was deleted.</exception>
    async ValueTask DeleteManyAsync(IEnumerable<string> keys, CancellationToken cancel = default)
    {
        foreach (var key in keys)
        {
            await DeleteAsync(key, cancel: cancel);
        }
    }
}
