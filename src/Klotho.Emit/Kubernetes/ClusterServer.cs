using Klotho.Analysis.Collections;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;
using Klotho.Planning.Costs;

namespace Klotho.Emit.Kubernetes;

/// <summary>A server that keeps data for nodes of the application, in the cluster or elsewhere: <see cref="ClusterServers.All"/> lists them.</summary>
/// <param name="Name">Its name in the cluster, and of the secret with its password.</param>
/// <param name="Setting">What stacks call it where it stands elsewhere: <c>postgres</c>.</param>
/// <param name="Facility">What the plan calls it.</param>
/// <param name="Image">Its image.</param>
/// <param name="User">The user of the image that may run it.</param>
/// <param name="Replicas">How many pods there are.</param>
/// <param name="Port">Where it answers in the cluster.</param>
/// <param name="OuterPort">Where it answers elsewhere, by TLS.</param>
/// <param name="PeerPorts">Where its pods answer each other.</param>
/// <param name="Data">The folder with its data; null where it keeps none.</param>
internal sealed record ClusterServer(
    string Name, string Setting, FacilityId Facility, string Image, long User, long Replicas, int Port, int OuterPort, EquatableArray<int> PeerPorts, string? Data)
{
    /// <summary>What its own pods read; units read only <see cref="UnitSecret"/>.</summary>
    public required ClusterFiles Secret { get; init; }

    /// <summary>What units sign in with.</summary>
    public required ClusterFiles UnitSecret { get; init; }

    /// <summary>What the operator is asked for where the server stands elsewhere, so that units can sign in.</summary>
    public ClusterFiles Asked => new(Name, (UnitSecret.Keys.Items.Any(key => key.Template is not null) ? Secret : UnitSecret).Keys.Items
        .Select(key => key.Template is null ? key with { Question = $"The {key.Name} for the existing server ({Setting})" } : key)
        .ToEquatableArray());

    /// <summary>The files that its pods start from, <c>start.sh</c> among them.</summary>
    public required Func<LoweringContext, IEnumerable<InputValue.Entry>> Files { get; init; }

    /// <summary>Folders that it writes beside its data.</summary>
    public EquatableArray<PodVolume> Scratch { get; init; }

    /// <summary>What else its container needs to know.</summary>
    public EquatableArray<InputValue.Entry> Container { get; init; }

    /// <summary>Whether the pods find each other by themselves; otherwise the first is the one that clients are sent to.</summary>
    public bool IsCluster { get; init; }

    /// <summary>The name of the service by which the pods have names of their own.</summary>
    public string Pods => $"{Name}-pods";

    /// <summary>Where units find it: by its name in the cluster, elsewhere where each stack says.</summary>
    public InputValue Host(LoweringContext context) => context.Cluster.Runs(Facility)
        ? Name
        : new InputValue.Setting($"{Setting}_host", $"The name of the existing server ({Setting}), which answers TLS on port {OuterPort}.");

    /// <summary>The port in the address that units use.</summary>
    public int PortFor(LoweringContext context) => context.Cluster.Runs(Facility) ? Port : OuterPort;

    public ClusterPeer Peer(LoweringContext context) => new(context.Cluster.Runs(Facility) ? Name : null, PortFor(context));

    /// <summary>What a binding adds to the address: the reference to the password, and TLS where the server stands elsewhere.</summary>
    public string Options(LoweringContext context) =>
        $"password={UnitSecret.FileOf(ClusterServers.Password)}{(context.Cluster.Runs(Facility) ? "" : "&tls=require")}";
}
