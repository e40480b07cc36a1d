using Microsoft.Extensions.Caching.Distributed;

namespace Klotho.Drivers;

/// <summary>Opens caches in memory, also where other resources are files: a cache may forget.</summary>
internal sealed class MemoryCacheProvider(string scheme) : IDriverProvider<IDistributedCache>
{
    public string Scheme { get; } = scheme;

    public IDistributedCache Open(string id, ResourceBinding binding) => new MemoryCache();
}
