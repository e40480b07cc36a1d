using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>The way to the cluster, and the application's namespace in it, which refuses pods that ask for more than they need.</summary>
internal static class ClusterConnection
{
    // Ids hold no underscores, so these are no id's settings.
    private static readonly InputValue.Setting Kubeconfig = new("kubeconfig", "The cluster's kubeconfig, or the path of its file.", Secret: true);

    /// <summary>The application's namespace in the cluster.</summary>
    public static InputValue.Setting NamespaceName(LoweringContext context) =>
        new("namespace", "The namespace in the cluster.", Default: context.Graph.App.Value);

    public static IEnumerable<Resource> Resources(LoweringContext context)
    {
        yield return ClusterParts.Shared(ClusterParts.Provider.Value, "pulumi:providers:kubernetes", InputValue.Map.Of(
            new InputValue.Entry("kubeconfig", context.Cluster.Exists ? Kubeconfig : OfEks())),
            context.Cluster.Exists ? null : new(DependsOn: new([.. EksNodes.Ready, .. EksCluster.WayIn(context).Select(rule => rule.Name)])),
            context.Cluster.Exists ? "The cluster exists already." : "Whoever deploys signs in with credentials of AWS.");
        yield return ClusterParts.Shared(ClusterParts.NamespaceResource.Value, "kubernetes:core/v1:Namespace", InputValue.Map.Of(
            new InputValue.Entry("metadata", InputValue.Map.Of(
                new("name", NamespaceName(context)),
                new("labels", InputValue.Map.Of(
                    new(ClusterObject.AppLabel, context.Graph.App.Value),
                    new("pod-security.kubernetes.io/enforce", "restricted"),
                    new("pod-security.kubernetes.io/warn", "restricted")))))),
            new(Provider: ClusterParts.Provider, RetainOnDelete: true),
            "Kept when it leaves the program: volumes with data go with their namespace.");
        yield return ClusterParts.Shared("cluster-closed", "kubernetes:networking.k8s.io/v1:NetworkPolicy", InputValue.Map.Of(
            new("metadata", InputValue.Map.Of(
                new("name", "closed"),
                new("namespace", ClusterParts.Namespace),
                new("labels", InputValue.Map.Of(new InputValue.Entry(ClusterObject.AppLabel, context.Graph.App.Value))))),
            new("spec", InputValue.Map.Of(
                new("podSelector", InputValue.Map.Of()),
                new("policyTypes", InputValue.List.Of("Ingress", "Egress"))))),
            new(Provider: ClusterParts.Provider),
            "A pod that no other policy names reaches nothing, and nothing reaches it.");
    }

    private static InputValue.Json OfEks()
    {
        var cluster = EksCluster.Name;
        return new(InputValue.Map.Of(
            new("apiVersion", "v1"),
            new("kind", "Config"),
            new("current-context", "eks"),
            new("clusters", InputValue.List.Of(InputValue.Map.Of(
                new("name", "eks"),
                new("cluster", InputValue.Map.Of(
                    new("server", new InputValue.Reference(EksCluster.Resource, "endpoint")),
                    new("certificate-authority-data", new InputValue.Reference(EksCluster.Resource, "certificateAuthority.data"))))))),
            new("contexts", InputValue.List.Of(InputValue.Map.Of(
                new("name", "eks"),
                new("context", InputValue.Map.Of(new("cluster", "eks"), new("user", "deployer")))))),
            new("users", InputValue.List.Of(InputValue.Map.Of(
                new("name", "deployer"),
                new("user", InputValue.Map.Of(new InputValue.Entry("exec", InputValue.Map.Of(
                    new("apiVersion", "client.authentication.k8s.io/v1beta1"),
                    new("command", "aws"),
                    new("args", InputValue.List.Of("eks", "get-token", "--cluster-name", cluster)))))))))));
    }
}
