using System.Text.Json;
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

    private const string Delete = """
        redis.call('ZREM', KEYS[2], ARGV[1])
        return redis.call('DEL', KEYS[1])
        """;

    private static readonly RedisValue[] Fields = ["value", "version"];

    public static async Task<IReadOnlyList<OperationPair>> MakeAsync(RuntimeServers servers)
    {
        var database = (await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{RuntimeServers.Redis.Port}")).GetDatabase();
        var hashes = servers.App.Services.GetRequiredKeyedService<IKeyValueStore<Card>>("hashes");
        return
        [
            new("put, Redis", "`HSET` and `ZADD` in a script: both or neither", number => PutAsync(database, number), async number => await hashes.PutAsync($"ours/{number % 100}", Card.Of(number))),
            new("get, Redis", "`HMGET`", number => GetAsync(database, number), async number => await hashes.GetAsync($"ours/{number % 100}")),
            new("query of 11, Redis", "`ZRANGEBYLEX`, then `HMGET` of each at once; keys and versions read too", _ => QueryAsync(database), async _ => await hashes.QueryAsync("ours/1").CountAsync()),
            new("delete, Redis", "`ZREM` and `DEL` in a script: both or neither", number => DeleteAsync(database, number), async number => await hashes.DeleteAsync($"ours/{number % 100}"))
            {
                BeforeRaw = number => PutAsync(database, number),
                BeforeOurs = async number => await hashes.PutAsync($"ours/{number % 100}", Card.Of(number)),
            },
        ];
    }

    private static Task PutAsync(IDatabase database, int number) => database.ScriptEvaluateAsync(
        Put,
        [$"raw/{number % 100}", "raw"],
        [$"raw/{number % 100}", JsonSerializer.SerializeToUtf8Bytes(Card.Of(number)), Guid.NewGuid().ToString("N")]);

    private static async Task QueryAsync(IDatabase database)
    {
        var keys = await database.SortedSetRangeByValueAsync("raw", "raw/1", "raw/2", Exclude.Stop);
        var items = await Task.WhenAll(keys.Select(key => database.HashGetAsync((string?)key, Fields)));
        foreach (var (key, values) in keys.Zip(items))
        {
            _ = ((string?)key, JsonSerializer.Deserialize<Card>((byte[]?)values[0]), (string?)values[1]);
        }
    }

    private static Task DeleteAsync(IDatabase database, int number) =>
        database.ScriptEvaluateAsync(Delete, [$"raw/{number % 100}", "raw"], [$"raw/{number % 100}"]);

    private static async Task GetAsync(IDatabase database, int number)
    {
        var values = await database.HashGetAsync($"raw/{number % 100}", Fields);
        _ = JsonSerializer.Deserialize<Card>((byte[]?)values[0]);
    }
}
