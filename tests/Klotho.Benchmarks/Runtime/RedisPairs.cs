using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Klotho.Benchmarks.Runtime;

/// <summary>Redis, by StackExchange.Redis.</summary>
internal static class RedisPairs
{
    /// <summary>An item and its place in the list of items: without a script, a process that ends in between leaves one of the two.</summary>
    private const string Put = """
        redis.call('HSET', KEYS[1], 'value', ARGV[2], 'version', ARGV[3])
        return redis.call('ZADD', KEYS[2], 0, ARGV[1])
        """;

    private const string PutNew = $"""
        if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
        {Put}
        """;

    private const string Delete = """
        redis.call('ZREM', KEYS[2], ARGV[1])
        return redis.call('DEL', KEYS[1])
        """;

    private const int EntryBytes = 1024;

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private static readonly RedisValue[] Fields = ["value", "version"];

    public static async Task<IReadOnlyList<OperationPair>> MakeAsync(RuntimeServers servers)
    {
        var database = (await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{RuntimeServers.Redis.Port}")).GetDatabase();
        return [.. KeyValues(servers, database), .. Caches(servers, database)];
    }

    /// <summary>An entry that ends, as caches have them. The runtime's may also end when it is not read for a time, and asks about that.</summary>
    private static IEnumerable<OperationPair> Caches(RuntimeServers servers, IDatabase database)
    {
        var cache = servers.App.Services.GetRequiredKeyedService<IDistributedCache>("answers");
        var (value, options) = (new byte[EntryBytes], new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = Life });
        yield return new("cache set of 1 KB, Redis", "`SET` with `EX`", number => database.StringSetAsync($"raw:{number % 100}", value, Life), number => cache.SetAsync($"{number % 100}", value, options));
        yield return new("cache get of 1 KB, Redis", "`GET`", async number => _ = (byte[]?)await database.StringGetAsync($"raw:{number % 100}"), number => cache.GetAsync($"{number % 100}"));
    }

    private static IReadOnlyList<OperationPair> KeyValues(RuntimeServers servers, IDatabase database)
    {
        return KeyValuePairs.Of(
            new("Redis")
            {
                Put = new("`HSET` and `ZADD` in a script: both or neither", number => PutAsync(database, Put, number)),
                PutNew = new("the same with `EXISTS` ahead", number => PutAsync(database, PutNew, number)),
                Get = new("`HMGET`", number => ReadAsync(database, [KeyValueClient.Key(number)])),
                Delete = new("`ZREM` and `DEL` in a script: both or neither", number => database.ScriptEvaluateAsync(Delete, [KeyValueClient.Key(number), "raw"], [KeyValueClient.Key(number)])),
                Query = new("`ZRANGEBYLEX`, then `HMGET` of each at once", async _ =>
                    await ReadAsync(database, (await database.SortedSetRangeByValueAsync("raw", "raw/1", "raw/2", Exclude.Stop)).Select(key => (string?)key))),
                GetMany = new("`HMGET` of each at once", number => ReadAsync(database, KeyValueClient.BatchOf(number).Select(KeyValueClient.Key))),
                PutMany = new("the script of each at once", number => Task.WhenAll(KeyValueClient.BatchOf(number).Select(each => PutAsync(database, Put, each)))),
            },
            servers.App.Services.GetRequiredKeyedService<IKeyValueStore<Card>>("hashes"));
    }

    private static Task PutAsync(IDatabase database, string script, int number) => database.ScriptEvaluateAsync(
        script,
        [KeyValueClient.Key(number), "raw"],
        [KeyValueClient.Key(number), JsonSerializer.SerializeToUtf8Bytes(Card.Of(number)), Guid.NewGuid().ToString("N")]);

    private static async Task ReadAsync(IDatabase database, IEnumerable<string?> keys)
    {
        foreach (var fields in await Task.WhenAll(keys.Select(key => database.HashGetAsync(key, Fields))))
        {
            _ = (JsonSerializer.Deserialize<Card>((byte[]?)fields[0]), (string?)fields[1]);
        }
    }
}
