using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>Networks, and the ways in.</summary>
internal static class NetworkControls
{
    private const string Vpc = "aws:ec2/vpc:Vpc";
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";

    // AWS Security Hub User Guide, EC2.19.
    private static readonly int[] Risky =
        [20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200, 9300];

    public static readonly IReadOnlyList<Control> All =
    [
        new("EC2.2", "The network's default group lets nothing through", Vpc,
            vpc => vpc.Related("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "vpcId").Any(group => group.Values("ingress").Count + group.Values("egress").Count == 0),
            vpc => vpc.WithoutRelated("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "vpcId")),
        new("EC2.6", "What connects in the network is recorded", Vpc,
            vpc => vpc.Related("aws:ec2/flowLog:FlowLog", "vpcId").Any(),
            vpc => vpc.WithoutRelated("aws:ec2/flowLog:FlowLog", "vpcId")) { By = "`monitoring.flow_logs`, on by default" },
        Control.Truth("EC2.15", "Subnets give no public addresses", "aws:ec2/subnet:Subnet", "mapPublicIpOnLaunch", value: false),
        new("EC2.18", "The internet gets to web ports only", Ingress, rule => !FromAnywhere(rule) || rule.Whole("toPort") is 80 or 443,
            rule => rule.In(rule.With("cidrIpv4", "0.0.0.0/0")).With("toPort", 8080)),
        new("EC2.19", "The internet gets to no port of high risk", Ingress, rule => !FromAnywhere(rule) || !Risky.Any(port => rule.Whole("fromPort") <= port && port <= rule.Whole("toPort")),
            rule => rule.In(rule.With("cidrIpv4", "0.0.0.0/0")).With("fromPort", 22)),
        Control.Truth("ELB.4", "Load balancers drop headers that are none", Balancer, "dropInvalidHeaderFields"),
        Control.Truth("ELB.5", "Load balancers on the internet log requests", Balancer, "accessLogs.enabled") with { Concerns = OnTheInternet },
        Control.Truth("ELB.6", "Load balancers on the internet refuse to be deleted", Balancer, "enableDeletionProtection") with
        {
            Concerns = OnTheInternet,
            By = "`deletion_protection`, on by default; those inside the network hold nothing",
        },
        new("ELB.12", "Load balancers don't pass on what two sides read differently", Balancer,
            balancer => balancer.Text("desyncMitigationMode") is "" or "defensive" or "strictest", balancer => balancer.With("desyncMitigationMode", "monitor")),
        new("ELB.13", "Load balancers are in two zones", Balancer, balancer => balancer.Values("subnets").Count >= 2, balancer => balancer.With("subnets", InputValue.List.Of("one"))),
    ];

    private static bool OnTheInternet(ControlledResource balancer) => balancer.Truth("internal") == false;

    private static bool FromAnywhere(ControlledResource rule) => rule.Text("cidrIpv4") == "0.0.0.0/0" || rule.Text("cidrIpv6") == "::/0";
}
