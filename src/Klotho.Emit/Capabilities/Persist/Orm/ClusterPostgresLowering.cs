using Klotho.Analysis.Graph;
using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.Orm;

/// <summary>A database of the cluster's PostgreSQL, which the server makes when it starts.</summary>
public sealed class ClusterPostgresLowering : ClusterLowering
{
    public override CandidateType Candidate => new("postgres");

    public override IEnumerable<Resource> Resources(NodeLowering node) => [];

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) => PostgresAccess.Of(node, ClusterPostgresServer.DatabaseOf(node));
}
