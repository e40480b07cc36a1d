using Klotho.Analysis.Collections;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>What every cluster runs: the network with its policies, names, volumes, credentials of pods, and the figures that scaling needs.</summary>
internal static class EksAddons
{
    private const string Volumes = "cluster-volumes";
    private const string DriverPolicy = "arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy";

    /// <summary>The class of volumes that data is kept on.</summary>
    public const string StorageClass = "encrypted";

    /// <summary>Without it a node does not become ready.</summary>
    public static readonly ResourceName Network = new("cluster-vpc-cni");

    /// <summary>The last of them, after which the cluster is complete.</summary>
    public static readonly ResourceName Last = new("cluster-metrics-server");

    public static IEnumerable<Resource> Resources(LoweringContext context)
    {
        var nodes = EksNodes.Groups(context).ToEquatableArray();
        return
        [
            Addon("vpc-cni", [], new InputValue.Entry("configurationValues", new InputValue.Json(InputValue.Map.Of(new InputValue.Entry("enableNetworkPolicy", "true"))))),
            Addon("kube-proxy", []),
            Addon("eks-pod-identity-agent", nodes.Items),
            Addon("coredns", nodes.Items),
            .. EksCluster.Role(Volumes, PodIdentity.Trust("ebs-csi-controller-sa"), DriverPolicy),
            Addon("aws-ebs-csi-driver", [.. nodes.Items, new("cluster-eks-pod-identity-agent"), EksCluster.AttachmentName(Volumes, DriverPolicy)], new InputValue.Entry(
                "podIdentityAssociations", InputValue.List.Of(InputValue.Map.Of(
                    new("serviceAccount", "ebs-csi-controller-sa"),
                    new("roleArn", new InputValue.Reference(new($"{Volumes}-role"), "arn")))))),
            Addon("metrics-server", [.. nodes.Items, new("cluster-coredns"), new("cluster-aws-ebs-csi-driver")]),
            ClusterParts.Shared("cluster-storage", "kubernetes:storage.k8s.io/v1:StorageClass", InputValue.Map.Of(
                new("metadata", InputValue.Map.Of(new InputValue.Entry("name", StorageClass))),
                new("provisioner", "ebs.csi.aws.com"),
                new("parameters", InputValue.Map.Of(new("type", "gp3"), new("encrypted", "true"))),
                new("reclaimPolicy", "Retain"),
                new("volumeBindingMode", "WaitForFirstConsumer"),
                new("allowVolumeExpansion", true)),
                new(Provider: ClusterParts.Provider)),
        ];
    }

    private static Resource Addon(string name, IEnumerable<ResourceName> after, params IEnumerable<InputValue.Entry> inputs) =>
        ClusterParts.Shared($"cluster-{name}", "aws:eks/addon:Addon", InputValue.Map.Of(
        [
            new("clusterName", EksCluster.Name),
            new("addonName", name),
            .. inputs,
            new("resolveConflictsOnUpdate", "PRESERVE"),
        ]), new(DependsOn: after.ToEquatableArray()));
}
