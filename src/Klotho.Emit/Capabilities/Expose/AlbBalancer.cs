using Klotho.Emit.Capabilities.ExecUnit;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>The load balancer itself. It is the one thing in the network that anybody on the internet may connect to.</summary>
internal static class AlbBalancer
{
    public static IEnumerable<Resource> Resources(NodeLowering node, OwnDomain? name)
    {
        var access = node.Resource("access", "aws:ec2/securityGroup:SecurityGroup", InputValue.Map.Of(
            new("vpcId", LoweringContext.Vpc),
            new("description", $"The gateway {node.Id.Name}: the internet may connect, and it reaches the units that handle its routes.")));
        yield return access;
        yield return In(node, access, "in-http", AlbListeners.Http);
        if (name is not null)
        {
            yield return In(node, access, "in-https", AlbListeners.Https);
        }

        yield return node.Resource(null, "aws:lb/loadBalancer:LoadBalancer", InputValue.Map.Of(
            new("namePrefix", FargateBalancer.Prefix(node.Id)),
            new("internal", false),
            new("loadBalancerType", "application"),
            new("subnets", PublicSubnets.Ids),
            new("securityGroups", InputValue.List.Of(access.Output("id"))),
            new("idleTimeout", node.Whole("idle_timeout")),
            new("dropInvalidHeaderFields", true),
            new("desyncMitigationMode", "defensive"),
            new("enableDeletionProtection", node.Truth("deletion_protection")),
            new("accessLogs", InputValue.Map.Of(
                new("enabled", true),
                new("bucket", new InputValue.Reference(AlbLogs.BucketName(node), "bucket"))))),
            new(DependsOn: new([PublicSubnets.WayOut, AlbLogs.PolicyName(node)])));
    }

    private static Resource In(NodeLowering node, Resource access, string part, int port) =>
        node.Resource(part, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", InputValue.Map.Of(
            new("securityGroupId", access.Output("id")),
            new("description", "The internet."),
            new("cidrIpv4", "0.0.0.0/0"),
            new("ipProtocol", "tcp"),
            new("fromPort", port),
            new("toPort", port)));
}
