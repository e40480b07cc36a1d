using System.Runtime.CompilerServices;

namespace Klotho.Drivers;

/// <summary>Typed items on a driver: serialises, and holds keys and sizes to the limits.</summary>
internal sealed class KeyValueStore<T>(string id, IKeyValueDriver driver, PayloadSerializer serializer) : IKeyValueStore<T>
{
    private readonly IKeyValueDriver _eventual = driver.Eventual;

    public ValueTask<KeyValueEntry<T>?> GetAsync(string key, CancellationToken cancel) => GetAsync(key, ReadConsistency.Strong, cancel);

    public async ValueTask<KeyValueEntry<T>?> GetAsync(string key, ReadConsistency consistency, CancellationToken cancel)
    {
        KeyValueLimits.RequireKey(key);
        return await Reading(consistency).GetAsync(key, cancel) is { } item ? Entry(item) : null;
    }

    public async ValueTask<IReadOnlyDictionary<string, KeyValueEntry<T>>> GetManyAsync(IEnumerable<string> keys, ReadConsistency consistency, CancellationToken cancel)
    {
        var found = await Reading(consistency).GetManyAsync(Keys(keys), cancel);
        var entries = new Dictionary<string, KeyValueEntry<T>>(found.Count, StringComparer.Ordinal);
        foreach (var item in found)
        {
            entries.Add(item.Key, Entry(item));
        }

        return entries;
    }

    public ValueTask<EntryVersion> PutAsync(string key, T value, WriteCondition condition, CancellationToken cancel)
    {
        return driver.PutAsync(key, Payload(key, value), condition, cancel);
    }

    public ValueTask<EntryVersion> PutExpiringAsync(string key, T value, TimeSpan lifetime, WriteCondition condition, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, KeyValueLimits.MaxLifetime);
        return driver.PutExpiringAsync(key, Payload(key, value), lifetime, condition, cancel);
    }

    public ValueTask PutManyAsync(IEnumerable<KeyValuePair<string, T>> items, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(items);
        var (writes, seen) = (new List<KeyValueWrite>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (key, value) in items)
        {
            writes.Add(new(key, Payload(key, value)));
            if (!seen.Add(key))
            {
                throw new ArgumentException($"The key '{key}' is there twice, and which item would stay is left to chance: write each key once.", nameof(items));
            }
        }

        return driver.PutManyAsync(writes, cancel);
    }

    public ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel)
    {
        KeyValueLimits.RequireKey(key);
        return driver.DeleteAsync(key, condition, cancel);
    }

    public ValueTask DeleteManyAsync(IEnumerable<string> keys, CancellationToken cancel) => driver.DeleteManyAsync(Keys(keys), cancel);

    public IAsyncEnumerable<KeyValueEntry<T>> QueryAsync(string prefix, string? after, CancellationToken cancel) =>
        QueryAsync(prefix, ReadConsistency.Strong, after, cancel);

    public IAsyncEnumerable<KeyValueEntry<T>> QueryAsync(string prefix, ReadConsistency consistency, string? after, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var slash = prefix.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0)
        {
            throw new ArgumentException(
                $"The prefix '{prefix}' names no partition: it must begin with a key's whole first segment and its '/'.", nameof(prefix));
        }

        KeyValueLimits.RequireText(prefix, nameof(prefix), KeyValueLimits.MaxKeyBytes);
        return Entries(Reading(consistency).QueryAsync(prefix[..slash], prefix, after, cancel), cancel);
    }

    public IAsyncEnumerable<KeyValueEntry<T>> ScanAsync(CancellationToken cancel) => ScanAsync(ReadConsistency.Strong, cancel);

    public IAsyncEnumerable<KeyValueEntry<T>> ScanAsync(ReadConsistency consistency, CancellationToken cancel) =>
        Entries(Reading(consistency).ScanAsync(cancel), cancel);

    private static List<string> Keys(IEnumerable<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        List<string> distinct = [.. keys.Distinct(StringComparer.Ordinal)];
        distinct.ForEach(static key => KeyValueLimits.RequireKey(key));
        return distinct;
    }

    private IKeyValueDriver Reading(ReadConsistency consistency) => consistency is ReadConsistency.Eventual ? _eventual : driver;

    private byte[] Payload(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var partition = KeyValueLimits.RequireKey(key);
        var payload = serializer.Write(value);
        KeyValueLimits.RequireSize(id, key, key.AsSpan(0, partition), payload.Length);
        return payload;
    }

    private async IAsyncEnumerable<KeyValueEntry<T>> Entries(
        IAsyncEnumerable<KeyValueItem> items, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var item in items.WithCancellation(cancel))
        {
            yield return Entry(item);
        }
    }

    private KeyValueEntry<T> Entry(KeyValueItem item) => new(item.Key, serializer.Read<T>(item.Value), item.Version);
}
