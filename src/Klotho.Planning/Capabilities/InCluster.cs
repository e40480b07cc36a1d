using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities;

/// <summary>What everything in a Kubernetes cluster has alike: it moves to any cluster, and only the cluster's units reach it.</summary>
internal static class InCluster
{
    /// <summary>What servers give of which any may fail.</summary>
    public static Traits Served(VariantContext context, string latency, Duration? dataLoss, DataSize? maxPayload = null) => new(
        LatencyFigures.Of(context.Facts, latency),
        context.Facts.Percent("sla.pods"),
        ScalesToZero: false,
        MaxPayload: maxPayload,
        DataLoss: dataLoss,
        Recovery: context.Facts.Time("pod.restart"),
        Portability: Portability.Kubernetes,
        Network: NetworkPlace.Private);

    /// <summary>What a server gives whose copy somebody has to make the first one when its zone is lost.</summary>
    public static Traits Copied(VariantContext context, string latency, Duration? dataLoss) => Served(context, latency, dataLoss) with
    {
        Availability = context.Facts.Percent("sla.one_pod"),
        Recovery = context.Facts.Time("replica.promotion"),
    };

    /// <summary>What the cluster itself keeps, such as a secret or a schedule.</summary>
    public static Traits Kept(VariantContext context, string? latency, DataSize? maxPayload = null) => new(
        latency is null ? default : LatencyFigures.Of(context.Facts, latency),
        context.Facts.Percent("sla.eks"),
        ScalesToZero: false,
        MaxPayload: maxPayload,
        DataLoss: Duration.Zero,
        Recovery: Duration.Zero,
        Portability: Portability.Kubernetes,
        Network: NetworkPlace.Private);

    /// <summary>The cluster's facilities and servers in it; what exists already is nobody's to create and pay for once more.</summary>
    public static IEnumerable<FacilityId> Facilities(VariantContext context, params IEnumerable<FacilityId> servers) =>
        (context.Cluster.Exists ? [] : FacilityCatalogue.AroundCluster.Items).Concat(servers.Where(context.Cluster.Runs));

    /// <summary>The way in from the internet, which a cluster that exists already has.</summary>
    public static IEnumerable<FacilityId> WithEntry(VariantContext context) =>
        Facilities(context, context.Cluster.Exists ? [] : [FacilityCatalogue.ClusterEntry]);
}
