using Klotho.Analysis.Collections;
using Klotho.Planning.Costs;

namespace Klotho.Planning.Plans;

/// <summary>Where the Kubernetes cluster and the servers in it come from, for plans that need one.</summary>
/// <param name="Exists">Whether the cluster is there already; the program creates one on EKS otherwise.</param>
/// <param name="Elsewhere">Servers that stand outside of the cluster already, by the facility that they stand in for, sorted.</param>
public sealed record ClusterSettings(bool Exists, EquatableArray<FacilityId> Elsewhere)
{
    /// <summary>A cluster of the program's own, with all servers in it.</summary>
    public static readonly ClusterSettings Own = new(false, EquatableArray<FacilityId>.Empty);

    /// <summary>Whether the API of the program's cluster answers in its network only.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether a server is in the cluster.</summary>
    public bool Runs(FacilityId server) => !Elsewhere.Items.Contains(server);
}
