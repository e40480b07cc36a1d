using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;

namespace Klotho.Planning.Capabilities.Persist;

/// <summary>What a store in the PostgreSQL servers of the cluster gives and costs, whatever kind of store it is.</summary>
internal static class ClusterPostgres
{
    public static IEnumerable<FacilityId> Facilities(VariantContext context) => InCluster.Facilities(context, FacilityCatalogue.ClusterPostgres);

    public static Traits Traits(VariantContext context) => InCluster.Copied(context, "postgres", context.Facts.Time("postgres.data_loss"));

    public static CostSheet Cost(VariantContext context) =>
        new CostSheet(context.Facts).Standing("stored twice", context.Demand.Stored.GiB * 2, "ebs.storage");
}
