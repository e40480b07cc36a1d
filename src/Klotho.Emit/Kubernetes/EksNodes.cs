using Klotho.Analysis.Collections;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;
using Klotho.Planning.Costs;

namespace Klotho.Emit.Kubernetes;

/// <summary>The machines that pods run on: one group for each processor that images are built for.</summary>
internal static class EksNodes
{
    // What a node of 2 processors and 8 GB has left for pods (Amazon EKS User Guide: Reserve compute resources, read 2026-11-22).
    private const long ProcessorOfNode = 1900;
    private const long MemoryOfNode = 7000;
    private const long ServersProcessor = 500;
    private const long ServersMemory = 1024;

    private static readonly string[] Policies =
    [
        "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
        "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
        "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy",
    ];

    /// <summary>What must be there before objects of the cluster can become ready.</summary>
    public static readonly EquatableArray<ResourceName> Ready = new([EksAddons.Last]);

    public static IEnumerable<Resource> Resources(LoweringContext context) =>
    [
        .. EksCluster.Role("cluster-nodes", PolicyDocument.AssumedBy("ec2.amazonaws.com"), Policies),
        ClusterParts.Shared("cluster-nodes-template", "aws:ec2/launchTemplate:LaunchTemplate", InputValue.Map.Of(
            new("metadataOptions", InputValue.Map.Of(
                new("httpEndpoint", "enabled"),
                new("httpTokens", "required"),
                new("httpPutResponseHopLimit", 1))),
            new("blockDeviceMappings", InputValue.List.Of(InputValue.Map.Of(
                new("deviceName", "/dev/xvda"),
                new("ebs", InputValue.Map.Of(new("volumeType", "gp3"), new("volumeSize", 20), new("encrypted", "true"), new("deleteOnTermination", "true"))))))),
            comment: "A hop limit of one: pods get no credentials of the node they run on."),
        .. Architectures(context).Select(architecture => Group(context, architecture)),
    ];

    /// <summary>The groups' names, which add-ons wait for.</summary>
    public static IEnumerable<ResourceName> Groups(LoweringContext context) => Architectures(context).Select(NameOf);

    private static ResourceName NameOf(string architecture) => new($"cluster-nodes-{architecture}");

    private static IEnumerable<string> Architectures(LoweringContext context) =>
        ClusterUnits.Of(context).Select(unit => unit.Text("architecture") == "arm64" ? "arm64" : "amd64").DefaultIfEmpty("arm64").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static Resource Group(LoweringContext context, string architecture)
    {
        var least = Nodes(context, architecture, unit => unit.Whole("min_count"));
        var most = Nodes(context, architecture, unit => unit.Whole("max_count"));
        return ClusterParts.Shared(NameOf(architecture).Value, "aws:eks/nodeGroup:NodeGroup", InputValue.Map.Of(
            new("clusterName", EksCluster.Name),
            new("nodeRoleArn", new InputValue.Reference(new("cluster-nodes-role"), "arn")),
            new("subnetIds", EksNetwork.Subnets),
            new("amiType", architecture == "arm64" ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD"),
            new("instanceTypes", InputValue.List.Of(architecture == "arm64" ? "t4g.large" : "t3.large")),
            new("launchTemplate", InputValue.Map.Of(
                new("id", new InputValue.Reference(new("cluster-nodes-template"), "id")),
                new("version", "$Latest"))),
            new("scalingConfig", InputValue.Map.Of(new("minSize", least), new("desiredSize", least), new("maxSize", most))),
            new("updateConfig", InputValue.Map.Of(new InputValue.Entry("maxUnavailable", 1)))),
            new(
                DependsOn: Policies.Select(policy => EksCluster.AttachmentName("cluster-nodes", policy)).Append(EksNetwork.WayOut).Append(EksAddons.Network).ToEquatableArray(),
                IgnoreChanges: new(["scalingConfig"])),
            "Enough for the least number of pods, and at most for the greatest; how many there are in between is for you or an autoscaler to say.");
    }

    /// <summary>As many as the pods' requests take, and one in each zone at least.</summary>
    private static long Nodes(LoweringContext context, string architecture, Func<NodeLowering, long> count)
    {
        var units = ClusterUnits.Of(context).Where(unit => (unit.Text("architecture") == "arm64" ? "arm64" : "amd64") == architecture).ToList();
        var servers = architecture == Architectures(context).First() ? ClusterServers.All.Items.Where(server => context.Shares(server.Facility)).Sum(server => server.Replicas) : 0;
        var processor = units.Sum(unit => count(unit) * unit.Whole("cpu")) + (servers * ServersProcessor);
        var memory = units.Sum(unit => count(unit) * unit.Whole("memory")) + (servers * ServersMemory);
        var needed = Math.Max((processor + ProcessorOfNode - 1) / ProcessorOfNode, (memory + MemoryOfNode - 1) / MemoryOfNode);
        return Math.Max(FacilityCatalogue.Zones, needed + 1);
    }
}
