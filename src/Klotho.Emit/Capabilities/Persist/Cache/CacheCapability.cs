using Klotho.Planning.Capabilities.Persist.Cache;

namespace Klotho.Emit.Capabilities.Persist.Cache;

/// <summary>Caches from planning to emission.</summary>
public static class CacheCapability
{
    public static readonly Capability Capability = new(
        CacheHosting.Capability,
        new([new ElastiCacheLowering(), new MemoryDbLowering(), new ClusterRedisLowering()]),
        new("Cache", NodeShape.Cylinder, "M13 3L5 14h6l-1 7 8-11h-6z", "#c25a1b"));
}
