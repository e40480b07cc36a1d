using Klotho.Analysis.Graph;
using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.KeyValue;

/// <summary>A table in PostgreSQL, which the runtime makes when it first needs it.</summary>
public sealed class PostgresTableLowering : ClusterLowering
{
    public override CandidateType Candidate => new("postgres");

    public override IEnumerable<Resource> Resources(NodeLowering node) => [];

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) =>
        PostgresAccess.Of(node, ClusterPostgresServer.KeyValues, $"table={ClusterPostgresServer.DatabaseOf(node)}&");
}
