using System.Runtime.CompilerServices;

namespace Klotho.Drivers;

/// <summary>A key-value store with faults.</summary>
internal sealed class ChaosKeyValueDriver(IKeyValueDriver driver, ChaosDice dice) : IKeyValueDriver
{
    public ValueTask<KeyValueItem?> GetAsync(string key, CancellationToken cancel) =>
        dice.RunAsync(nameof(GetAsync), () => driver.GetAsync(key, cancel), cancel);

    public ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, WriteCondition condition, CancellationToken cancel) =>
        dice.RunAsync(nameof(PutAsync), () => driver.PutAsync(key, value, condition, cancel), cancel);

    public ValueTask<EntryVersion> PutExpiringAsync(string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, WriteCondition condition, CancellationToken cancel) =>
        dice.RunAsync(nameof(PutExpiringAsync), () => driver.PutExpiringAsync(key, value, lifetime, condition, cancel), cancel);

    public ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel) =>
        dice.RunAsync(nameof(DeleteAsync), () => driver.DeleteAsync(key, condition, cancel), cancel);

    public IKeyValueDriver Eventual => driver.Eventual is var eventual && eventual == driver ? this : new ChaosKeyValueDriver(eventual, dice);

    public ValueTask<IReadOnlyList<KeyValueItem>> GetManyAsync(IReadOnlyList<string> keys, CancellationToken cancel) =>
        dice.RunAsync(nameof(GetManyAsync), () => driver.GetManyAsync(keys, cancel), cancel);

    public ValueTask PutManyAsync(IReadOnlyList<KeyValueWrite> items, CancellationToken cancel) =>
        dice.RunAsync(nameof(PutManyAsync), () => driver.PutManyAsync(items, cancel), cancel);

    public ValueTask DeleteManyAsync(IReadOnlyList<string> keys, CancellationToken cancel) =>
        dice.RunAsync(nameof(DeleteManyAsync), () => driver.DeleteManyAsync(keys, cancel), cancel);

    public async IAsyncEnumerable<KeyValueItem> QueryAsync(string partition, string prefix, string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await dice.ReadAsync(nameof(QueryAsync), cancel);
        await foreach (var item in driver.QueryAsync(partition, prefix, after, cancel))
        {
            yield return item;
        }
    }

    public async IAsyncEnumerable<KeyValueItem> ScanAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await dice.ReadAsync(nameof(ScanAsync), cancel);
        await foreach (var item in driver.ScanAsync(cancel))
        {
            yield return item;
        }
    }
}
