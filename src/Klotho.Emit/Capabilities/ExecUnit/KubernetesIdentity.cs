using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>Who the unit's pods are: an account of the cluster, and where they call the provider's services, a role with exactly that.</summary>
internal static class KubernetesIdentity
{
    /// <summary>The secret with which an existing cluster pulls images, where its nodes have no access of their own.</summary>
    private const string PullSecret = "image-registry";

    public static Resource Account(NodeLowering node) => ClusterObject.Of(node).For(node, "account", "kubernetes:core/v1:ServiceAccount",
    [
        ClusterObject.Of(node).Metadata(),
        new("automountServiceAccountToken", false),
        .. node.Context.Cluster.Exists
            ? [new("imagePullSecrets", InputValue.List.Of(InputValue.Map.Of(new InputValue.Entry("name", PullSecret))))]
            : Array.Empty<InputValue.Entry>(),
    ]);

    /// <summary>EKS Pod Identity hands the role's credentials to pods of this account and to no others.</summary>
    public static IEnumerable<Resource> Resources(NodeLowering node, IEnumerable<PolicyStatement> statements)
    {
        var name = ClusterObject.Of(node).Name;
        var role = node.Resource("role", "aws:iam/role:Role", InputValue.Map.Of(new InputValue.Entry("assumeRolePolicy", PodIdentity.Trust(name))));
        yield return role;
        yield return node.Resource("permissions", "aws:iam/rolePolicy:RolePolicy", InputValue.Map.Of(
            new("role", role.Output("id")),
            new("policy", PolicyDocument.Allow(statements))));
        yield return node.Resource("identity", "aws:eks/podIdentityAssociation:PodIdentityAssociation", InputValue.Map.Of(
            new("clusterName", PodIdentity.Cluster(node.Context)),
            new("namespace", ClusterParts.Namespace),
            new("serviceAccount", name),
            new("roleArn", role.Output("arn"))));
    }
}
