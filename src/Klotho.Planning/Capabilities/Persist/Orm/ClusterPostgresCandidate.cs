using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Persist.Orm;

/// <summary>A database in the PostgreSQL servers that all stores in the cluster share.</summary>
public sealed class ClusterPostgresCandidate : ClusterCandidate
{
    public override CandidateType Type => new("postgres");

    public override string Title => "Database in the cluster's PostgreSQL";

    public override IEnumerable<Variant> Variants(VariantContext context) =>
        [InsideCluster(context, ParameterSet.Of(this, context), ClusterPostgres.Traits(context), ClusterPostgres.Cost(context), ClusterPostgres.Facilities(context))];
}
