using System.Runtime.CompilerServices;
using System.Text;
using Klotho.Drivers;
using StackExchange.Redis;

namespace Klotho.Redis;

/// <summary>
/// Items in Redis, each a hash of its value and version; a sorted set for each partition has its keys in the order of their
/// bytes. Each write is one script. Items end by Redis's own clock. A write whose answer was lost counts as done where the item has the version that it chose,
/// and is otherwise repeated only on a condition that it can meet once.
/// </summary>
internal sealed class RedisKeyValueDriver(RedisConnection connection, RedisKeys keys) : IKeyValueDriver, ICheckedDriver
{
    private const int PageItems = 64;
    private static readonly RedisValue[] Fields = ["value", "version"];

    private readonly RedisCalls _calls = new(connection);
    private readonly RedisBatches _batches = new(new(connection), keys);

    public async ValueTask CheckAsync(CancellationToken cancel) =>
        await _calls.RunAsync(repeatable: false, static database => database.PingAsync(), cancel);

    public async ValueTask<KeyValueItem?> GetAsync(string key, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return RedisBatches.Item(key, await _calls.RunAsync(repeatable: true, database => database.HashGetAsync(keys.Item(key), Fields), cancel));
    }

    public ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, WriteCondition condition, CancellationToken cancel) =>
        PutAsync(key, value, RedisValue.EmptyString, condition, cancel);

    public ValueTask<EntryVersion> PutExpiringAsync(string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, WriteCondition condition, CancellationToken cancel) =>
        PutAsync(key, value, (long)Math.Ceiling(lifetime.TotalMilliseconds), condition, cancel);

    private async ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, RedisValue lifetime, WriteCondition condition, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var written = new EntryVersion(Guid.NewGuid().ToString("N"));
        RedisValue[] arguments = [Bytes(key), .. Condition(condition), RedisKeys.Bytes(value), written.Token, lifetime, Random.Shared.Next()];
        try
        {
            return await RunAsync(RedisScripts.Put, key, arguments, repeatable: condition.Version is not null, cancel) > 0 ? written : throw Conflict(key);
        }
        catch (RedisException failure) when (RedisCalls.IsLost(failure))
        {
            if ((await GetAsync(key, cancel))?.Version == written)
            {
                return written;
            }

            throw;
        }
    }

    public async ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var deleted = await RunAsync(RedisScripts.Delete, key, [Bytes(key), .. Condition(condition)], repeatable: false, cancel);
        return deleted < 0 || (condition.Version is not null && deleted == 0) ? throw Conflict(key) : deleted > 0;
    }

    public ValueTask<IReadOnlyList<KeyValueItem>> GetManyAsync(IReadOnlyList<string> names, CancellationToken cancel) => _batches.GetAsync(names, cancel);

    public ValueTask PutManyAsync(IReadOnlyList<KeyValueWrite> items, CancellationToken cancel) => _batches.PutAsync(items, cancel);

    public ValueTask DeleteManyAsync(IReadOnlyList<string> names, CancellationToken cancel) => _batches.DeleteAsync(names, cancel);

    public async IAsyncEnumerable<KeyValueItem> QueryAsync(
        string partition, string prefix, string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        // No byte of UTF-8 is FF: what begins with the prefix is below the prefix followed by it.
        var (start, exclude) = (Bytes(prefix), Exclude.Stop);
        byte[] end = [.. start, 0xFF];
        if (after is not null && Bytes(after) is var last && last.AsSpan().SequenceCompareTo(start) >= 0)
        {
            (start, exclude) = (last, Exclude.Both);
        }

        var index = keys.Index(partition);
        while (start.AsSpan().SequenceCompareTo(end) < 0)
        {
            var (from, excluding) = (start, exclude);
            var page = await _calls.RunAsync(
                repeatable: true, database => database.SortedSetRangeByValueAsync(index, from, end, excluding, Order.Ascending, 0, PageItems), cancel);
            var items = new List<KeyValueItem>(page.Length);
            await _batches.AddAsync(items, Array.ConvertAll(page, static member => (string?)member ?? ""), cancel);
            foreach (var item in items)
            {
                yield return item;
            }

            if (page.Length < PageItems)
            {
                yield break;
            }

            (start, exclude) = ((byte[]?)page[^1] ?? [], Exclude.Both);
        }
    }

    public async IAsyncEnumerable<KeyValueItem> ScanAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var partitions = await _calls.RunAsync(
            repeatable: true, async _ => await PartitionsAsync(await connection.OpenAsync(cancel), cancel), cancel);
        foreach (var partition in partitions)
        {
            // The partition itself may be a key, and all others of it go on behind its slash.
            await foreach (var item in QueryAsync(partition, partition, after: null, cancel))
            {
                yield return item;
            }
        }
    }

    // Redis may tell a key more than once, and replicas tell it again, so they are gathered: a scan holds the names of all partitions.
    private Task<IReadOnlyCollection<string>> PartitionsAsync(ConnectionMultiplexer client, CancellationToken cancel) => Task.Run<IReadOnlyCollection<string>>(
        () =>
        {
            var found = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var server in client.GetEndPoints().Select(end => client.GetServer(end)).Where(server => server.IsConnected))
            {
                foreach (var index in server.Keys(pattern: keys.Indexes, pageSize: 1000))
                {
                    cancel.ThrowIfCancellationRequested();
                    found.Add(keys.Partition(index));
                }
            }

            return found;
        },
        cancel);

    private async ValueTask<long> RunAsync(string script, string key, RedisValue[] arguments, bool repeatable, CancellationToken cancel) =>
        (long)await _calls.RunAsync(
            repeatable, database => database.ScriptEvaluateAsync(script, [keys.Item(key), keys.Index(RedisKeys.PartitionOf(key))], arguments), cancel);

    private static RedisValue[] Condition(WriteCondition condition) => condition switch
    {
        { Version: { } version } => [RedisScripts.Version, version.Token],
        { MustBeAbsent: true } => [RedisScripts.Absent, ""],
        _ => [RedisScripts.Any, ""],
    };

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static ConcurrencyException Conflict(string key) =>
        new($"The item '{key}' was not written because its condition does not hold: somebody else wrote in between. Read it again and retry.");
}
