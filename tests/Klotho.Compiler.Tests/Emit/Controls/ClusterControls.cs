using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>A cluster on EKS and the machines in it.</summary>
internal static class ClusterControls
{
    private const string Cluster = "aws:eks/cluster:Cluster";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    public static readonly IReadOnlyList<Control> All =
    [
        new("EKS.2", "Clusters run a version that EKS supports", Cluster,
            cluster => cluster.Text("version").Length == 0 && cluster.Text("upgradePolicy.supportType") == "STANDARD",
            cluster => cluster.With("version", "1.21"))
        {
            By = "always: EKS chooses the version, and upgrades it when its support ends",
        },
        Control.Given("EKS.3", "Secrets of clusters are encrypted with a key of one's own", Cluster, "encryptionConfig.provider.keyArn") with
        {
            Concerns = cluster => cluster.Graph.Resources.Items.Any(resource => resource.Inputs.DescendantsAndSelf().OfType<InputValue.Setting>().Any(setting => setting.Key == "own_key")),
            By = "`requirements: {compliance: {encryption: own_keys}}`; otherwise EKS encrypts them with a key of its own",
        },
        new("EKS.8", "Clusters log who asked what of them", Cluster,
            cluster => cluster.Text("enabledClusterLogTypes").Split(' ').Contains("audit"),
            cluster => cluster.With("enabledClusterLogTypes", InputValue.List.Of("api"))),
        new("EC2.25", "Machines get no public addresses", Template,
            template => template.Truth("networkInterfaces.associatePublicIpAddress") != true && template.Text("networkInterfaces.associatePublicIpAddress") != "true",
            template => template.With("networkInterfaces", InputValue.List.Of(InputValue.Map.Of(new InputValue.Entry("associatePublicIpAddress", "true"))))),
        new("EC2.170", "Machines hand their credentials out with a token only (IMDSv2)", Template,
            template => template.Text("metadataOptions.httpTokens") == "required" && template.Whole("metadataOptions.httpPutResponseHopLimit") == 1,
            template => template.With("metadataOptions.httpTokens", "optional")),
        new("EC2.181", "Disks of machines are encrypted", Template,
            template => template.Values("blockDeviceMappings.ebs").Count > 0 && template.Values("blockDeviceMappings.ebs.encrypted").All(encrypted => encrypted is InputValue.Text { Value: "true" }),
            template => template.With("blockDeviceMappings.ebs.encrypted", "false")),
    ];
}
