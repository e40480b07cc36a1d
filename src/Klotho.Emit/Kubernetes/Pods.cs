using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>
/// Pods as the profile <c>restricted</c> of Kubernetes' pod security standards wants them (Kubernetes documentation: Pod Security
/// Standards, read 2026-11-22), with nothing of the cluster's in them: no token, no names of other services.
/// </summary>
internal static class Pods
{
    /// <summary>The template of a workload's pods.</summary>
    public static InputValue.Map Template(ClusterObject owner, PodShape shape, params IEnumerable<InputValue.Entry> restart) => InputValue.Map.Of(
        new("metadata", InputValue.Map.Of(
        [
            new("labels", owner.Labels),
            .. shape.Annotations.Count > 0 ? [new("annotations", InputValue.Map.Of(shape.Annotations.Items))] : Array.Empty<InputValue.Entry>(),
        ])),
        new("spec", Spec(owner, shape, restart)));

    /// <summary>At most one pod more in a zone, and on a node, than in any other, as far as there is room.</summary>
    private static InputValue.List Spread(ClusterObject owner) => InputValue.List.Of(
        new[] { "topology.kubernetes.io/zone", "kubernetes.io/hostname" }.Select(key => InputValue.Map.Of(
            new("maxSkew", 1),
            new("topologyKey", key),
            new("whenUnsatisfiable", "ScheduleAnyway"),
            new("labelSelector", InputValue.Map.Of(new InputValue.Entry("matchLabels", owner.Selector))))));

    private static InputValue.Map Spec(ClusterObject owner, PodShape shape, IEnumerable<InputValue.Entry> restart) => InputValue.Map.Of(
    [
        new("serviceAccountName", shape.Account ?? owner.Name),
        new("automountServiceAccountToken", shape.ReadsCluster),
        new("enableServiceLinks", false),
        new("terminationGracePeriodSeconds", shape.StopSeconds),
        .. restart,
        .. shape.Architecture is { } architecture ? [new("nodeSelector", InputValue.Map.Of(new InputValue.Entry("kubernetes.io/arch", architecture)))] : Array.Empty<InputValue.Entry>(),
        new("topologySpreadConstraints", Spread(owner)),
        new("securityContext", InputValue.Map.Of(
            new("runAsNonRoot", true),
            new("runAsUser", shape.User),
            new("runAsGroup", shape.User),
            new("fsGroup", shape.User),
            new("fsGroupChangePolicy", "OnRootMismatch"),
            new("seccompProfile", InputValue.Map.Of(new InputValue.Entry("type", "RuntimeDefault"))))),
        .. shape.Pod.Items,
        new("containers", InputValue.List.Of(Container(owner, shape))),
        new("volumes", InputValue.List.Of(shape.Volumes.Items
            .Where(volume => volume.Source is not null)
            .Select(volume => InputValue.Map.Of([new("name", volume.Name), .. Sources(volume)])))),
    ]);

    private static InputValue.Map Container(ClusterObject owner, PodShape shape) => InputValue.Map.Of(
    [
        new("name", owner.Name),
        new("image", shape.Image),
        .. shape.Container.Items,
        new("securityContext", InputValue.Map.Of(
            new("allowPrivilegeEscalation", false),
            new("readOnlyRootFilesystem", true),
            new("capabilities", InputValue.Map.Of(new InputValue.Entry("drop", InputValue.List.Of("ALL")))))),
        new("volumeMounts", InputValue.List.Of(shape.Volumes.Items.Select(volume => InputValue.Map.Of(
        [
            new("name", volume.Name),
            new("mountPath", volume.Path),
            .. volume.ReadOnly ? [new("readOnly", true)] : Array.Empty<InputValue.Entry>(),
        ])))),
    ]);

    private static IEnumerable<InputValue.Entry> Sources(PodVolume volume)
    {
        if (volume.Source is { } source)
        {
            yield return source;
        }
    }
}
