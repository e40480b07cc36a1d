using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>A cluster on EKS: its control plane, its network, its nodes, and what every cluster runs.</summary>
internal static class EksCluster
{
    public static readonly ResourceName Resource = new("cluster-control");

    public static readonly InputValue.Reference Name = new(Resource, "name");

    /// <summary>The security group that the cluster's nodes and pods are in.</summary>
    public static readonly InputValue.Reference Group = new(Resource, "vpcConfig.clusterSecurityGroupId");

    private const string Policy = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy";

    // Ids hold no underscores, so this is no id's setting.
    private const string Access = "cluster_access";
    private static readonly InputValue.Setting Deployers = new(Access, "The addresses from which the cluster's API answers, those of whoever deploys, as a block: 203.0.113.0/24.");
    private static readonly InputValue.Setting Inside = new(Access, "The private addresses of whoever deploys, in the network or connected with it, as a block: 10.1.0.0/24.");

    public static IEnumerable<Resource> Resources(LoweringContext context) =>
    [
        .. EksNetwork.Resources(context),
        .. Control(context),
        .. WayIn(context),
        .. EksNodes.Resources(context),
        .. EksAddons.Resources(context),
    ];

    /// <summary>A role that a service takes on, with policies of AWS's own.</summary>
    public static IEnumerable<Resource> Role(string name, InputValue trust, params IEnumerable<string> policies)
    {
        var role = ClusterParts.Shared($"{name}-role", "aws:iam/role:Role", InputValue.Map.Of(new InputValue.Entry("assumeRolePolicy", trust)));
        yield return role;
        foreach (var policy in policies)
        {
            yield return ClusterParts.Shared(AttachmentName(name, policy).Value, "aws:iam/rolePolicyAttachment:RolePolicyAttachment", InputValue.Map.Of(
                new("role", role.Output("name")),
                new("policyArn", policy)));
        }
    }

    public static ResourceName AttachmentName(string name, string policy) => new($"{name}-may-{policy[(policy.LastIndexOf('/') + 1)..].ToLowerInvariant()}");

    /// <summary>An API that answers in the network only is behind the cluster's own group, which lets in nobody but nodes and pods.</summary>
    public static IEnumerable<Resource> WayIn(LoweringContext context) => context.Cluster.IsPrivate
        ? [ClusterParts.Shared("cluster-access", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", InputValue.Map.Of(
            new("securityGroupId", Group),
            new("description", "From whoever deploys."),
            new("cidrIpv4", Inside),
            new("ipProtocol", "tcp"),
            new("fromPort", 443L),
            new("toPort", 443L)))]
        : [];

    private static IEnumerable<Resource> Control(LoweringContext context) =>
    [
        .. Role("cluster", PolicyDocument.AssumedBy("eks.amazonaws.com"), Policy),
        ClusterParts.Shared(Resource.Value, "aws:eks/cluster:Cluster", InputValue.Map.Of(
        [
            new("roleArn", new InputValue.Reference(new("cluster-role"), "arn")),
            new("vpcConfig", InputValue.Map.Of(
            [
                new("subnetIds", EksNetwork.Subnets),
                new("endpointPrivateAccess", true),
                new("endpointPublicAccess", !context.Cluster.IsPrivate),
                .. context.Cluster.IsPrivate ? Array.Empty<InputValue.Entry>() : [new("publicAccessCidrs", InputValue.List.Of(Deployers))],
            ])),
            new("accessConfig", InputValue.Map.Of(
                new("authenticationMode", "API"),
                new("bootstrapClusterCreatorAdminPermissions", true))),
            new("enabledClusterLogTypes", InputValue.List.Of("api", "audit", "authenticator")),
            new("deletionProtection", true),
            .. Encryption(context),
            new("upgradePolicy", InputValue.Map.Of(new InputValue.Entry("supportType", "STANDARD"))),
        ]),
            new(DependsOn: new([AttachmentName("cluster", Policy)]), Protect: true),
            "Whoever deploys first may administer it; nobody else has access until the program says so. Nodes and pods call it from within the network."),
    ];

    /// <summary>EKS encrypts secrets by itself; with the operator's key too, where there is one.</summary>
    private static IEnumerable<InputValue.Entry> Encryption(LoweringContext context) => OwnKey.Of(context) is { } key
        ? [new("encryptionConfig", InputValue.Map.Of(
            new("provider", InputValue.Map.Of(new InputValue.Entry("keyArn", key))),
            new("resources", InputValue.List.Of("secrets"))))]
        : [];
}
