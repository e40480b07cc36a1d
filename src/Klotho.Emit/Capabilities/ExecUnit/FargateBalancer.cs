using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>
/// What a gateway outside of the network passes requests to. A load balancer rather than the tasks' registry: it knows which tasks are healthy, lets a task
/// finish its requests before it goes, and takes part in the rollback of a bad version. It is internal, and only gateways reach it.
/// </summary>
internal static class FargateBalancer
{
    private const int Http = 80;

    // The names of load balancers end at 32 characters, those of ids at 40: the provider makes names from these first ones.
    private const int PrefixLength = 6;

    /// <summary>Whether a gateway exposes a route of the unit and does not reach its tasks by itself.</summary>
    public static bool IsNeeded(NodeLowering node) => node.Context.GatewaysOf(node.Id).Any(gateway => gateway.Targets is null);

    public static IEnumerable<Resource> Resources(NodeLowering node)
    {
        var access = node.Resource("balancer-access", "aws:ec2/securityGroup:SecurityGroup", InputValue.Map.Of(
            new("vpcId", LoweringContext.Vpc),
            new("description", $"The load balancer of the unit {node.Id.Name}.")));
        var balancer = node.Resource("balancer", "aws:lb/loadBalancer:LoadBalancer", InputValue.Map.Of(
            new("namePrefix", Prefix(node.Id)),
            new("internal", true),
            new("loadBalancerType", "application"),
            new("subnets", LoweringContext.Subnets),
            new("securityGroups", InputValue.List.Of(access.Output("id"))),
            new("dropInvalidHeaderFields", true)),
            comment: "Inside the network requests are plain HTTP: TLS ends at the gateway, and no one but it and the tasks is let in or out.");
        var targets = node.Resource("targets", "aws:lb/targetGroup:TargetGroup", TargetInputs(node.Id));

        yield return access;
        yield return balancer;
        yield return targets;
        yield return node.Resource("listener", "aws:lb/listener:Listener", InputValue.Map.Of(
            new("loadBalancerArn", balancer.Output("arn")),
            new("port", Http),
            new("protocol", "HTTP"),
            new("defaultActions", InputValue.List.Of(InputValue.Map.Of(new("type", "forward"), new("targetGroupArn", targets.Output("arn")))))));
        yield return node.Resource("balancer-out", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", Rule(
            access.Output("id"), "To the unit.", new InputValue.Reference(node.Name("access"), "id"), FargateLowering.Port));
        yield return node.Resource("balancer-in", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", Rule(
            new InputValue.Reference(node.Name("access"), "id"), "From the load balancer of the unit.", access.Output("id"), FargateLowering.Port));
    }

    /// <summary>The target group that a unit's tasks register with, healthy ones of which get requests.</summary>
    public static InputValue.Map TargetInputs(NodeId unit) => InputValue.Map.Of(
        new("namePrefix", Prefix(unit)),
        new("vpcId", LoweringContext.Vpc),
        new("targetType", "ip"),
        new("port", FargateLowering.Port),
        new("protocol", "HTTP"),
        new("deregistrationDelay", 30),
        new("healthCheck", InputValue.Map.Of(
            new("path", HealthCheck.Path),
            new("matcher", "200"),
            new("interval", 10),
            new("timeout", 5),
            new("healthyThreshold", 2),
            new("unhealthyThreshold", 3))));

    public static string Prefix(NodeId node) => $"{(node.Name.Length < PrefixLength ? node.Name : node.Name[..(PrefixLength - 1)]).TrimEnd('-')}-";

    public static InputValue.Map Rule(InputValue group, string description, InputValue other, int port) => InputValue.Map.Of(
        new("securityGroupId", group),
        new("description", description),
        new("referencedSecurityGroupId", other),
        new("ipProtocol", "tcp"),
        new("fromPort", port),
        new("toPort", port));
}
