using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>What tells one kind of pod from another; everything else is the same for all (<see cref="Pods"/>).</summary>
/// <param name="Image">The image of its one container.</param>
/// <param name="User">The user that the process runs as; never root.</param>
/// <param name="Container">What else there is to say of the container: ports, environment, probes, resources.</param>
/// <param name="Volumes">The folders that it sees.</param>
internal sealed record PodShape(InputValue Image, long User, EquatableArray<InputValue.Entry> Container, EquatableArray<PodVolume> Volumes)
{
    /// <summary>The account that the pods are; their owner's own where that is null.</summary>
    public string? Account { get; init; }

    /// <summary>Whether the process talks to the cluster itself.</summary>
    public bool ReadsCluster { get; init; }

    /// <summary>The processor that the image is built for, as Kubernetes calls it; null where there is one for each.</summary>
    public string? Architecture { get; init; }

    /// <summary>How long a process may take to end what it does.</summary>
    public long StopSeconds { get; init; } = 60;

    /// <summary>What must be new for pods to be new, beside the shape itself.</summary>
    public EquatableArray<InputValue.Entry> Annotations { get; init; }

    /// <summary>What else there is to say of the pod.</summary>
    public EquatableArray<InputValue.Entry> Pod { get; init; }
}
