using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Klotho.Benchmarks.Runtime;

/// <summary>Redis, by StackExchange.Redis.</summary>
internal static class RedisPairs
{
    private static readonly RedisValue[] Fields = ["value", "version"];

    public static async Task<IReadOnlyList<OperationPair>> MakeAsync(RuntimeServers servers)
    {
        var database = (await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{RuntimeServers.Redis.Port}")).GetDatabase();
        var hashes = servers.App.Services.GetRequiredKeyedService<IKeyValueStore<Card>>("hashes");
        return
        [
            new("put, Redis", "`HMSET` and `ZADD`, sent together", number => PutAsync(database, number), async number => await hashes.PutAsync($"ours/{number % 100}", Card.Of(number))),
            new("get, Redis", "`HMGET`", number => GetAsync(database, number), async number => await hashes.GetAsync($"ours/{number % 100}")),
        ];
    }

    private static Task PutAsync(IDatabase database, int number) => Task.WhenAll(
        database.HashSetAsync($"raw/{number % 100}", [new("value", JsonSerializer.SerializeToUtf8Bytes(Card.Of(number))), new("version", Guid.NewGuid().ToString("N"))]),
        database.SortedSetAddAsync("raw", $"raw/{number % 100}", 0));

    private static async Task GetAsync(IDatabase database, int number)
    {
        var values = await database.HashGetAsync($"raw/{number % 100}", Fields);
        _ = JsonSerializer.Deserialize<Card>((byte[]?)values[0]);
    }
}
