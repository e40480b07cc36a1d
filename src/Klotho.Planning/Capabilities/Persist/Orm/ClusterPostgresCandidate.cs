using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Persist.Orm;

/// <summary>A database in the PostgreSQL servers that all stores in the cluster share.</summary>
public sealed class ClusterPostgresCandidate : Candidate
{
    public override CandidateType Type => new("postgres");

    public override string Title => "Database in the cluster's PostgreSQL";

    public override string DefaultReason => "moves to any cluster";

    public override string Drawback => InCluster.Drawback;

    public override EquatableArray<ParameterSpec> Parameters { get; } = EquatableArray<ParameterSpec>.Empty;

    public override IEnumerable<Variant> Variants(VariantContext context) =>
        [Hosting(ParameterSet.Of(this, context), ClusterPostgres.Traits(context), ClusterPostgres.Cost(context), ClusterPostgres.Facilities)];
}
