using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Capabilities.Persist.Cache;

/// <summary>How caches are hosted.</summary>
public static class CacheHosting
{
    public static readonly HostedCapability Capability = new(
        Kind: new("redis_node"),
        Section: new(["persisted", "redis_node"]),
        Noun: "caches",
        Description: "How each cache is hosted, by its id.",
        Candidates: new([new ElastiCacheCandidate(), new MemoryDbCandidate(), new ClusterRedisCandidate()]))
    {
        OtherSections = new([new(new(["persisted", "redis_cluster"]), "clusters of caches", "How each cache that must be a durable cluster is hosted, by its id.", new([new("memorydb")]))]),
        Aspects = Aspects.Serves | Aspects.KeepsData | Aspects.InNetwork,
    };
}
