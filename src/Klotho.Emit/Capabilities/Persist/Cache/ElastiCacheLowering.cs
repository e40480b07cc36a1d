using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.Cache;

/// <summary>Valkey nodes that forget what was not used for longest when their memory is full.</summary>
public sealed class ElastiCacheLowering : Lowering
{
    public override CandidateType Candidate => new("elasticache");

    public override bool InNetwork(NodeLowering node) => true;

    public override IEnumerable<Resource> Resources(NodeLowering node) => ValkeyGroup.Resources(node, whenFull: "allkeys-lru", keepsData: false);

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) => ValkeyGroup.Access(node, edge);
}
