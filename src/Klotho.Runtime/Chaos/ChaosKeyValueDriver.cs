using System.Runtime.CompilerServices;

namespace Klotho.Drivers;

/// <summary>A key-value store with faults.</summary>
internal sealed class ChaosKeyValueDriver(IKeyValueDriver driver, ChaosDice dice) : IKeyValueDriver
{
    public ValueTask<KeyValueItem?> GetAsync(string key, CancellationToken cancel) =>
        dice.RunAsync(nameof(GetAsync), () => driver.GetAsync(key, cancel), cancel);

    public ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, WriteCondition condition, CancellationToken cancel) =>
        dice.RunAsync(nameof(PutAsync), () => driver.PutAsync(key, value, condition, cancel), cancel);

    public ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel) =>
        dice.RunAsync(nameof(DeleteAsync), () => driver.DeleteAsync(key, condition, cancel), cancel);

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
