namespace Klotho.Emit.Capabilities;

/// <summary>Something that units in a Kubernetes cluster connect to, as a network policy names it.</summary>
/// <param name="App">The label <c>app.kubernetes.io/name</c> of its pods; null where it stands outside of the cluster.</param>
/// <param name="Port">The port that it listens on.</param>
public sealed record ClusterPeer(string? App, int Port);
