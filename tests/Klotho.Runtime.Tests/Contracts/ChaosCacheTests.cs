using Klotho.Drivers;
using Microsoft.Extensions.Caching.Distributed;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>The contract of caches with each operation held up.</summary>
public sealed class ChaosCacheTests : CacheContract
{
    private readonly Dictionary<string, ChaosCache> _caches = new(StringComparer.Ordinal);

    protected override IDistributedCache Open(string id = "rates") => _caches.TryGetValue(id, out var cache)
        ? cache
        : _caches[id] = new(new MemoryCache(), new ChaosDice(new ChaosSettings(0, TimeSpan.FromMilliseconds(2), 0, 7), $"Persist:{id}"));
}
