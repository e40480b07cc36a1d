using Klotho.Drivers;
using Klotho.Redis;
using Klotho.Runtime.Tests.Contracts;
using Microsoft.Extensions.Caching.Distributed;

namespace Klotho.Runtime.Tests.Redis;

/// <summary>The contract on a real Redis, whose clock decides about ends.</summary>
public sealed class RedisCacheTests(RedisServer server) : CacheContract, IClassFixture<RedisServer>, IDisposable
{
    private readonly string _prefix = $"c{Guid.NewGuid():N}";
    private readonly RedisConnections _connections = new([], new ValueSources([new FileValueSource()]), TimeProvider.System);

    public void Dispose() => _connections.Dispose();

    protected override IDistributedCache Open(string id = "rates") => new RedisCacheProvider(_connections, TimeProvider.System, RedisConnections.Scheme)
        .Open($"{_prefix}-{id}", new ResourceBinding($"Klotho:Persist:{id}", RedisConnections.Scheme, $"127.0.0.1:{server.Port}"));
}
