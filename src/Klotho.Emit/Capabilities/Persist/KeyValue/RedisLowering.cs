using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.KeyValue;

/// <summary>
/// Valkey nodes of the store's own, which refuse writes when their memory is full rather than forget. Without
/// cluster mode ElastiCache keeps no log of writes: a failure loses what no replica and no snapshot holds.
/// </summary>
public sealed class RedisLowering : Lowering
{
    private const int FullPercent = 80;

    public override CandidateType Candidate => new("redis");

    public override OperationActions Operations => KeyValueActions.Redis;

    public override bool InNetwork(NodeLowering node) => true;

    public override IEnumerable<Resource> Resources(NodeLowering node) => ValkeyGroup.Resources(node, whenFull: "noeviction", keepsData: true);

    /// <summary>A store that is full refuses writes, so somebody must hear of it before.</summary>
    public override IEnumerable<Alarm> Alarms(NodeLowering node) =>
    [
        new(
            "memory", $"The memory of {node.Id.Name} is nearly full: then it refuses writes.", ("AWS/ElastiCache", "DatabaseMemoryUsagePercentage"),
            new([new("CacheClusterId", new InputValue.Reference(node.Name(), "memberClusters[0]"))]), FullPercent)
        {
            Statistic = "Maximum",
        },
    ];

    /// <summary>The prefix is the resource's name, not the id: keys stay where they are when the id changes.</summary>
    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) => ValkeyGroup.Access(node, edge, $"&prefix={node.Name()}");
}
