using System.Runtime.CompilerServices;

namespace Klotho.Drivers;

/// <summary>Typed items on a driver: serialises, and holds keys and sizes to the limits.</summary>
internal sealed class KeyValueStore<T>(string id, IKeyValueDriver driver, PayloadSerializer serializer) : IKeyValueStore<T>
{
    public async ValueTask<KeyValueEntry<T>?> GetAsync(string key, CancellationToken cancel)
    {
        KeyValueLimits.Partition(key);
        return await driver.GetAsync(key, cancel) is { } item ? Entry(item) : null;
    }

    public ValueTask<EntryVersion> PutAsync(string key, T value, WriteCondition condition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(value);
        var partition = KeyValueLimits.Partition(key);
        var payload = serializer.Write(value);
        KeyValueLimits.RequireSize(id, key, partition, payload.Length);
        return driver.PutAsync(key, payload, condition, cancel);
    }

    public ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel)
    {
        KeyValueLimits.Partition(key);
        return driver.DeleteAsync(key, condition, cancel);
    }

    public IAsyncEnumerable<KeyValueEntry<T>> QueryAsync(string prefix, string? after, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var slash = prefix.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0)
        {
            throw new ArgumentException(
                $"The prefix '{prefix}' names no partition: it must begin with a key's whole first segment and its '/'.", nameof(prefix));
        }

        KeyValueLimits.RequireText(prefix, nameof(prefix), KeyValueLimits.MaxKeyBytes);
        return Entries(driver.QueryAsync(prefix[..slash], prefix, after, cancel), cancel);
    }

    public IAsyncEnumerable<KeyValueEntry<T>> ScanAsync(CancellationToken cancel) => Entries(driver.ScanAsync(cancel), cancel);

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
