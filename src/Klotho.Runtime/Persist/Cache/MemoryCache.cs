using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Klotho.Drivers;

/// <summary>A cache in memory, which takes what the caches of other technologies take: no end that has passed.</summary>
internal sealed class MemoryCache : IDistributedCache
{
    private readonly MemoryDistributedCache _entries = new(Options.Create(new MemoryDistributedCacheOptions()));

    public byte[]? Get(string key) => _entries.Get(key);

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => _entries.GetAsync(key, token);

    public void Refresh(string key) => _entries.Refresh(key);

    public Task RefreshAsync(string key, CancellationToken token = default) => _entries.RefreshAsync(key, token);

    public void Remove(string key) => _entries.Remove(key);

    public Task RemoveAsync(string key, CancellationToken token = default) => _entries.RemoveAsync(key, token);

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => _entries.Set(key, value, Checked(options));

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        _entries.SetAsync(key, value, Checked(options), token);

    // The system's clock is what the entries go by, too.
    private static DistributedCacheEntryOptions Checked(DistributedCacheEntryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AbsoluteExpiration is { } end && end <= DateTimeOffset.UtcNow
            ? throw new ArgumentOutOfRangeException(nameof(options), end, "The absolute expiration must be in the future.")
            : options;
    }
}
