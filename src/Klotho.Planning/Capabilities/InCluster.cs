using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities;

/// <summary>What everything in a Kubernetes cluster has alike: it moves to any cluster, and only the cluster's units reach it.</summary>
internal static class InCluster
{
    public const string Drawback = "needs a Kubernetes cluster, which somebody has to run";

    /// <summary>What a server with a copy on another node gives.</summary>
    public static Traits Served(VariantContext context, string latency, Duration? dataLoss, Duration? recovery = null, DataSize? maxPayload = null, Rate? maxRate = null) => new(
        LatencyFigures.Of(context.Facts, latency),
        context.Facts.Percent("sla.pods"),
        ScalesToZero: false,
        MaxPayload: maxPayload,
        MaxRate: maxRate,
        DataLoss: dataLoss,
        Recovery: recovery ?? context.Facts.Time("pod.restart"),
        Portability: Portability.Kubernetes,
        Network: NetworkPlace.Private);

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

    /// <summary>The facilities of the cluster, and others in it.</summary>
    public static IEnumerable<FacilityId> Facilities(params IEnumerable<FacilityId> others) => FacilityCatalogue.AroundCluster.Items.Concat(others);
}
