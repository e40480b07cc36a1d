using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Capabilities.Persist.KeyValue;

/// <summary>How key-value stores are hosted.</summary>
public static class KeyValueHosting
{
    public static readonly HostedCapability Capability = new(
        Kind: new("kv"),
        Section: new(["persisted", "kv"]),
        Noun: "key-value stores",
        Description: "How each key-value store is hosted, by its id.",
        Candidates: new([new DynamoDbCandidate(), new RedisCandidate(), new PostgresTableCandidate()]))
    {
        Aspects = Aspects.Serves | Aspects.KeepsData | Aspects.InNetwork,
    };
}
