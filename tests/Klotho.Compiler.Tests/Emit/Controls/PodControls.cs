using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>
/// What pods keep to: the controls of the profile <c>restricted</c> (Kubernetes documentation: Pod Security Standards, PSS), and what the
/// Kubernetes Hardening Guidance of NSA and CISA (NSA) asks besides. Names of controls as they were known on 2026-11-22.
/// </summary>
internal static class PodControls
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string StatefulSet = "kubernetes:apps/v1:StatefulSet";
    private const string CronJob = "kubernetes:batch/v1:CronJob";
    private const string Namespace = "kubernetes:core/v1:Namespace";
    private const string Policy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

    private static readonly string[] Harmless = ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    public static readonly IReadOnlyList<Control> All =
    [
        EachContainer("PSS Privileged Containers", "No container is privileged", container => !Says(container, "privileged", "true"), "securityContext.privileged", true),
        EachContainer("PSS Privilege Escalation", "No process gets more rights than it began with", container => Says(container, "allowPrivilegeEscalation", "false"), "securityContext.allowPrivilegeEscalation", true),
        EachContainer("PSS Capabilities", "Containers give up every capability", container => Says(container, "capabilities", "{ drop: [ALL] }"), "securityContext.capabilities", InputValue.Map.Of()),
        EachContainer("PSS Host Ports", "No container takes a port of its machine", container => PortsOf(container).All(port => port.Find("hostPort") is null), "ports.hostPort", 80),
        OfPod("PSS Running as Non-root", "No process is root", pod => pod.Truth(At(pod, "securityContext.runAsNonRoot")) == true, "securityContext.runAsNonRoot", false),
        OfPod("PSS Running as Non-root user", "Each image has a user", pod => pod.Whole(At(pod, "securityContext.runAsUser")) > 0, "securityContext.runAsUser", 0),
        OfPod("PSS Seccomp", "The kernel refuses unusual calls", pod => pod.Text(At(pod, "securityContext.seccompProfile.type")) == "RuntimeDefault", "securityContext.seccompProfile.type", "Unconfined"),
        OfPod("PSS Host Namespaces", "Pods don't see their machine", pod => new[] { "hostNetwork", "hostPID", "hostIPC" }.All(name => pod.Truth(At(pod, name)) != true), "hostNetwork", true),
        OfPod("PSS Volume Types", "Pods mount nothing of their machine", pod => pod.Values(At(pod, "volumes")).OfType<InputValue.Map>().All(IsHarmless), "volumes",
            InputValue.List.Of(InputValue.Map.Of(new("name", "machine"), new("hostPath", InputValue.Map.Of(new InputValue.Entry("path", "/")))))),
        EachContainer("NSA Immutable file systems", "Containers can't change their own files", container => Says(container, "readOnlyRootFilesystem", "true"), "securityContext.readOnlyRootFilesystem", false),
        EachContainer("NSA Resource policies", "Containers say what they take, and get no more memory", HasResources, "resources", InputValue.Map.Of()),
        OfPod("NSA Service account tokens", "Pods have no token of the cluster", pod => pod.Truth(At(pod, "automountServiceAccountToken")) == false, "automountServiceAccountToken", true) with
        {
            Concerns = pod => pod.Resource.Name.Value != "cluster-entry",
            By = "always; but for the ingress controller, which reads ingresses",
        },
        EachContainer("NSA Secrets", "No secret is in the environment as a text", container => !container.DescendantsAndSelf().OfType<InputValue.Setting>().Any(setting => setting.Secret), "env",
            InputValue.List.Of(InputValue.Map.Of(new("name", "KEY"), new("value", new InputValue.Setting("key", "A key.", Secret: true))))),
        new("NSA Namespace", "The namespace refuses pods that don't keep to the profile", Namespace,
            space => space.Values("metadata.labels").OfType<InputValue.Map>().Any(labels => labels.Find("pod-security.kubernetes.io/enforce") is InputValue.Text { Value: "restricted" }),
            space => space.With("metadata.labels", InputValue.Map.Of())),
        new("NSA Network policies", "Whom no policy names reaches nothing, and nothing reaches him", Namespace,
            space => space.Related(Policy, "metadata").Any(ClosesAll), space => space.WithoutRelated(Policy, "metadata")),
    ];

    private static Control OfPod(string id, string title, Func<ControlledResource, bool> holds, string path, InputValue broken) =>
        new(id, title, Deployment, holds, pod => pod.With(At(pod, path), broken)) { Also = [StatefulSet, CronJob] };

    private static Control EachContainer(string id, string title, Func<InputValue.Map, bool> holds, string path, InputValue broken) => OfPod(
        id, title,
        pod => pod.Values(At(pod, "containers")).Concat(pod.Values(At(pod, "initContainers"))).OfType<InputValue.Map>().ToList() is { Count: > 0 } containers && containers.All(holds),
        $"containers.{path}",
        broken);

    /// <summary>Where a workload says that of its pods.</summary>
    private static string At(ControlledResource workload, string path) =>
        $"spec.{(workload.Resource.Type.Value == CronJob ? "jobTemplate.spec." : "")}template.spec.{path}";

    private static bool Says(InputValue.Map container, string name, string value) =>
        (container.Find("securityContext") as InputValue.Map)?.Find(name) is { } found ? ValueText.Of(found) == value : value.Length == 0;

    private static IEnumerable<InputValue.Map> PortsOf(InputValue.Map container) => (container.Find("ports") as InputValue.List)?.Items.Items.OfType<InputValue.Map>() ?? [];

    private static bool HasResources(InputValue.Map container) => container.Find("resources") is InputValue.Map resources
        && resources.Find("requests") is InputValue.Map requests && requests.Find("cpu") is not null && requests.Find("memory") is not null
        && resources.Find("limits") is InputValue.Map limits && limits.Find("memory") is not null;

    private static bool IsHarmless(InputValue.Map volume) => volume.Entries.Items.All(entry => entry.Name == "name" || Harmless.Contains(entry.Name));

    private static bool ClosesAll(ControlledResource policy) =>
        policy.Values("spec.podSelector") is [InputValue.Map { Entries.Count: 0 }] && policy.Text("spec.policyTypes") == "Ingress Egress" && policy.Values("spec.ingress").Count + policy.Values("spec.egress").Count == 0;
}
