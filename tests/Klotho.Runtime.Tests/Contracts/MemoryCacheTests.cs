using Klotho.Drivers;
using Microsoft.Extensions.Caching.Distributed;

namespace Klotho.Runtime.Tests.Contracts;

public sealed class MemoryCacheTests : CacheContract
{
    private readonly Dictionary<string, IDistributedCache> _caches = new(StringComparer.Ordinal);

    // A process opens each of its caches once.
    protected override IDistributedCache Open(string id = "rates") => _caches.TryGetValue(id, out var cache)
        ? cache
        : _caches[id] = new MemoryCacheProvider(LocalBinding.Memory.Scheme).Open(id, LocalBinding.Memory);
}
