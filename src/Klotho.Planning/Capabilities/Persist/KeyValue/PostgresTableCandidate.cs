using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Persist.KeyValue;

/// <summary>A table in the PostgreSQL servers that all stores in the cluster share.</summary>
public sealed class PostgresTableCandidate : ClusterCandidate
{
    public override CandidateType Type => new("postgres");

    public override string Title => "Table in the cluster's PostgreSQL";

    public override IEnumerable<Variant> Variants(VariantContext context) =>
        [InsideCluster(context, ParameterSet.Of(this, context), ClusterPostgres.Traits(context), ClusterPostgres.Cost(context), ClusterPostgres.Facilities(context))];
}
