namespace Klotho.Drivers;

/// <summary>A key-value store that is bound to nothing.</summary>
internal sealed class UnboundKeyValueDriver(string missing) : IKeyValueDriver
{
    public ValueTask<KeyValueItem?> GetAsync(string key, CancellationToken cancel) => throw Error();

    public ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, WriteCondition condition, CancellationToken cancel) => throw Error();

    public ValueTask<EntryVersion> PutExpiringAsync(string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, WriteCondition condition, CancellationToken cancel) => throw Error();

    public ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel) => throw Error();

    public IAsyncEnumerable<KeyValueItem> QueryAsync(string partition, string prefix, string? after, CancellationToken cancel) => throw Error();

    public IAsyncEnumerable<KeyValueItem> ScanAsync(CancellationToken cancel) => throw Error();

    public ValueTask<IReadOnlyList<KeyValueItem>> GetManyAsync(IReadOnlyList<string> keys, CancellationToken cancel) => throw Error();

    public ValueTask PutManyAsync(IReadOnlyList<KeyValueWrite> items, CancellationToken cancel) => throw Error();

    public ValueTask DeleteManyAsync(IReadOnlyList<string> keys, CancellationToken cancel) => throw Error();

    private InvalidOperationException Error() => new(missing);
}
