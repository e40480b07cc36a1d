using Klotho.Planning.Capabilities.Persist.KeyValue;

namespace Klotho.Emit.Capabilities.Persist.KeyValue;

/// <summary>Key-value stores from planning to emission.</summary>
public static class KeyValueCapability
{
    public static readonly Capability Capability = new(
        KeyValueHosting.Capability,
        new([new DynamoDbLowering(), new RedisLowering(), new PostgresTableLowering()]),
        new("Store", NodeShape.Cylinder, "M4 6h16M4 12h16M4 18h16M9 4v16", "#2e6db4", HoldsState: true));
}
