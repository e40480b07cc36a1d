using Microsoft.Extensions.Caching.Distributed;

namespace Klotho.Drivers;

/// <summary>A cache with faults. Health checks ask what is behind it.</summary>
internal sealed class ChaosCache(IDistributedCache cache, ChaosDice dice) : IDistributedCache, ICheckedDriver
{
    public ValueTask CheckAsync(CancellationToken cancel) => cache is ICheckedDriver asked ? asked.CheckAsync(cancel) : ValueTask.CompletedTask;

    public byte[]? Get(string key) => dice.Run(nameof(Get), () => cache.Get(key));

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default) =>
        await dice.RunAsync(nameof(Get), async () => await cache.GetAsync(key, token), token);

    public void Refresh(string key) => dice.Run(nameof(Refresh), () => cache.Refresh(key));

    public Task RefreshAsync(string key, CancellationToken token = default) => DoAsync(nameof(Refresh), () => cache.RefreshAsync(key, token), token);

    public void Remove(string key) => dice.Run(nameof(Remove), () => cache.Remove(key));

    public Task RemoveAsync(string key, CancellationToken token = default) => DoAsync(nameof(Remove), () => cache.RemoveAsync(key, token), token);

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => dice.Run(nameof(Set), () => cache.Set(key, value, options));

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        DoAsync(nameof(Set), () => cache.SetAsync(key, value, options, token), token);

    private Task DoAsync(string operation, Func<Task> run, CancellationToken cancel) => dice.RunAsync(operation, () => new ValueTask(run()), cancel).AsTask();
}
