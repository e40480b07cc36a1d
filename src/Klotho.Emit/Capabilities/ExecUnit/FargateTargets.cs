using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>
/// What the service's tasks register with: the unit's own load balancer, and those of gateways that reach the tasks by themselves.
/// </summary>
internal static class FargateTargets
{
    /// <summary>The ways from the gateways' load balancers to the tasks, and no wider.</summary>
    public static IEnumerable<Resource> Resources(NodeLowering node)
    {
        var access = new InputValue.Reference(node.Name("access"), "id");
        foreach (var (gateway, targets) in Fronts(node))
        {
            yield return node.Resource($"{Part(node, gateway)}-out", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", FargateBalancer.Rule(
                targets.Access, $"To the unit {node.Id.Name}.", access, FargateLowering.Port));
            yield return node.Resource($"{Part(node, gateway)}-in", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", FargateBalancer.Rule(
                access, $"From the gateway {gateway.Name}.", targets.Access, FargateLowering.Port));
        }
    }

    /// <summary>What makes the service put its tasks behind the load balancers.</summary>
    public static IEnumerable<InputValue.Entry> ServiceInputs(NodeLowering node)
    {
        var groups = Fronts(node).Select(front => front.Targets.Group).ToList();
        if (FargateBalancer.IsNeeded(node))
        {
            groups.Insert(0, new InputValue.Reference(node.Name("targets"), "arn"));
        }

        return groups.Count == 0 ? [] :
        [
            new("loadBalancers", InputValue.List.Of(groups.Select(group => InputValue.Map.Of(
                new("targetGroupArn", group),
                new("containerName", node.Id.Name),
                new("containerPort", FargateLowering.Port))))),
            new("healthCheckGracePeriodSeconds", 60),
        ];
    }

    /// <summary>What must be there before the service can register tasks and they can get healthy.</summary>
    public static IEnumerable<ResourceName> Ready(NodeLowering node) =>
    [
        .. FargateBalancer.IsNeeded(node) ? [node.Name("listener"), node.Name("balancer-in"), node.Name("balancer-out")] : Array.Empty<ResourceName>(),
        .. Fronts(node).SelectMany(front => front.Targets.Ready.Items.Concat([node.Name($"{Part(node, front.Gateway)}-in"), node.Name($"{Part(node, front.Gateway)}-out")])),
    ];

    private static IEnumerable<(NodeId Gateway, BalancedTargets Targets)> Fronts(NodeLowering node)
    {
        foreach (var (gateway, targets) in node.Context.GatewaysOf(node.Id))
        {
            if (targets is not null)
            {
                yield return (gateway, targets);
            }
        }
    }

    private static string Part(NodeLowering node, NodeId gateway) => $"behind-{node.Context.StemOf(gateway)}";
}
