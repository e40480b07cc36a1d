using Klotho.Drivers;
using Microsoft.Extensions.Caching.Distributed;

namespace Klotho.Redis;

/// <summary>Opens caches in Redis: <c>redis://host:port</c>, with the entries of each cache under its own prefix.</summary>
internal sealed class RedisCacheProvider(RedisConnections connections, TimeProvider time, string scheme) : IDriverProvider<IDistributedCache>
{
    public string Scheme { get; } = scheme;

    public IDistributedCache Open(string id, ResourceBinding binding)
    {
        var server = RedisConnections.Read(binding);
        return new RedisCache(connections.Open(server), server.Options.GetValueOrDefault(RedisConnections.PrefixOption) ?? id, time);
    }
}
