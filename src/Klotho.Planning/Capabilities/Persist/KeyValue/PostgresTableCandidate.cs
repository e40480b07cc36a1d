using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Persist.KeyValue;

/// <summary>A table in the PostgreSQL servers that all stores in the cluster share.</summary>
public sealed class PostgresTableCandidate : Candidate
{
    public override CandidateType Type => new("postgres");

    public override string Title => "Table in the cluster's PostgreSQL";

    public override string DefaultReason => "moves to any cluster";

    public override string Drawback => InCluster.Drawback;

    public override EquatableArray<ParameterSpec> Parameters { get; } = EquatableArray<ParameterSpec>.Empty;

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var cost = new CostSheet(context.Facts).Standing("stored twice", context.Demand.Stored.GiB * 2, "ebs.storage");
        yield return Hosting(
            ParameterSet.Of(this, context),
            InCluster.Served(context, "postgres", context.Facts.Time("postgres.data_loss")),
            cost,
            InCluster.Facilities(FacilityCatalogue.ClusterPostgres));
    }
}
