using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>EKS Pod Identity: an agent on each node hands pods the credentials of their account's role (Amazon EKS User Guide: Pod Identity, read 2026-11-22).</summary>
internal static class PodIdentity
{
    /// <summary>Where the agent answers, on the node itself.</summary>
    public const string Agent = "169.254.170.23/32";

    public const int AgentPort = 80;

    /// <summary>The role may be taken on for pods of one account only.</summary>
    public static InputValue.Json Trust(string account) => PolicyDocument.Of(InputValue.Map.Of(
        new("Effect", "Allow"),
        new("Principal", InputValue.Map.Of(new InputValue.Entry("Service", "pods.eks.amazonaws.com"))),
        new("Action", InputValue.List.Of("sts:AssumeRole", "sts:TagSession")),
        new("Condition", InputValue.Map.Of(new InputValue.Entry("StringEquals", InputValue.Map.Of(
            new InputValue.Entry("aws:RequestTag/kubernetes-service-account", account)))))));

    /// <summary>The cluster's name; where the cluster exists already, it must be one of EKS for units that call AWS.</summary>
    public static InputValue Cluster(LoweringContext context) => context.Cluster.Exists
        ? new InputValue.Setting("cluster_name", "The name of the existing cluster on EKS; units in it call services of AWS, by EKS Pod Identity.")
        : EksCluster.Name;
}
