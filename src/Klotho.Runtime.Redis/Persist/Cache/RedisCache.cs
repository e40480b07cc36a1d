using Klotho.Drivers;
using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;

namespace Klotho.Redis;

/// <summary>
/// A cache in Redis, shared by all processes. An entry ends when it was not read for its sliding time, and at its absolute time
/// whatever was read; Redis may forget it earlier, when it needs the memory.
/// </summary>
internal sealed class RedisCache(RedisConnection connection, string prefix, TimeProvider time) : IDistributedCache, ICheckedDriver
{
    private readonly RedisCalls _calls = new(connection);

    public async ValueTask CheckAsync(CancellationToken cancel) =>
        await _calls.RunAsync(repeatable: false, static database => database.PingAsync(), cancel);

    public byte[]? Get(string key) => GetAsync(key).GetAwaiter().GetResult();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => SetAsync(key, value, options).GetAwaiter().GetResult();

    public void Refresh(string key) => RefreshAsync(key).GetAwaiter().GetResult();

    public void Remove(string key) => RemoveAsync(key).GetAwaiter().GetResult();

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default) => (byte[]?)await ReadAsync(key, wanted: true, token);

    public async Task RefreshAsync(string key, CancellationToken token = default) => await ReadAsync(key, wanted: false, token);

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        var entry = Entry(key);
        RedisValue[] arguments = [value, Milliseconds(options.SlidingExpiration), Milliseconds(Life(options))];
        token.ThrowIfCancellationRequested();
        await _calls.RunAsync(repeatable: false, database => database.ScriptEvaluateAsync(CacheScripts.Set, [entry], arguments), token);
    }

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        var entry = Entry(key);
        token.ThrowIfCancellationRequested();
        await _calls.RunAsync(repeatable: true, database => database.KeyDeleteAsync(entry), token);
    }

    private async Task<RedisResult> ReadAsync(string key, bool wanted, CancellationToken cancel)
    {
        var entry = Entry(key);
        cancel.ThrowIfCancellationRequested();
        return await _calls.RunAsync(
            repeatable: true, database => database.ScriptEvaluateAsync(CacheScripts.Get, [entry], [wanted ? "1" : "0"]), cancel);
    }

    // How long an entry may live; the nearer of two ends counts.
    private TimeSpan? Life(DistributedCacheEntryOptions options)
    {
        var life = options.AbsoluteExpiration - time.GetUtcNow();
        if (life <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.AbsoluteExpiration, "The absolute expiration must be in the future.");
        }

        return options.AbsoluteExpirationRelativeToNow is { } relative && !(life < relative) ? relative : life;
    }

    // Less than a millisecond is not nothing, which would mean any time.
    private static long Milliseconds(TimeSpan? span) => span is { } some ? Math.Max(1, (long)some.TotalMilliseconds) : 0;

    private RedisKey Entry(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return $"{prefix}:cache:{key}";
    }
}
