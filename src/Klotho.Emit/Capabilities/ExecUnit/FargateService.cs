using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>The service that keeps the unit's tasks running, its private name, and its scaling.</summary>
internal static class FargateService
{
    private const int TargetPercent = 60;

    public static IEnumerable<Resource> Resources(NodeLowering node, IReadOnlyList<UnitAccess> accesses)
    {
        var called = UnitCalls.IsCalled(node);
        if (called)
        {
            yield return Discovery(node);
        }

        yield return Service(node, accesses, called);
        foreach (var resource in Scaling(node))
        {
            yield return resource;
        }
    }

    private static Resource Discovery(NodeLowering node) =>
        node.Resource("private-name", "aws:servicediscovery/service:Service", InputValue.Map.Of(
            new("name", node.Id.Name),
            new("dnsConfig", InputValue.Map.Of(
                new("namespaceId", FargateShared.NamespaceId),
                new("routingPolicy", "MULTIVALUE"),
                new("dnsRecords", InputValue.List.Of(InputValue.Map.Of(new("type", "A"), new("ttl", 10))))))),
            comment: "Other units call this one by name, without a load balancer in between; they look it up again for each new connection.");

    private static Resource Service(NodeLowering node, IReadOnlyList<UnitAccess> accesses, bool called)
    {
        return node.Resource(null, "aws:ecs/service:Service", InputValue.Map.Of(
        [
            new("cluster", FargateShared.Cluster),
            new("taskDefinition", new InputValue.Reference(node.Name("task"), "arn")),
            new("launchType", "FARGATE"),
            new("desiredCount", node.Whole("desired_count")),
            new("deploymentMinimumHealthyPercent", 100),
            new("deploymentMaximumPercent", 200),
            new("deploymentCircuitBreaker", InputValue.Map.Of(new("enable", true), new("rollback", true))),
            new("waitForSteadyState", true),
            new("networkConfiguration", InputValue.Map.Of(
                new("subnets", LoweringContext.Subnets),
                new("securityGroups", InputValue.List.Of(new InputValue.Reference(node.Name("access"), "id"))),
                new("assignPublicIp", false))),
            .. FargateTargets.ServiceInputs(node),
            .. called
                ? [new("serviceRegistries", InputValue.Map.Of(new InputValue.Entry("registryArn", new InputValue.Reference(node.Name("private-name"), "arn"))))]
                : Array.Empty<InputValue.Entry>(),
            new("enableEcsManagedTags", true),
            new("propagateTags", "SERVICE"),
        ]), new(
            DependsOn: Needed(node, accesses).ToEquatableArray(),
            IgnoreChanges: new(["desiredCount"])),
            "A version that does not become healthy is rolled back. How many tasks run is for scaling to decide after the first deployment.");
    }

    /// <summary>Without these a first task could not start or get healthy, and the deployment would be rolled back.</summary>
    private static IEnumerable<ResourceName> Needed(NodeLowering node, IReadOnlyList<UnitAccess> accesses) =>
    [
        .. FargateRoles.Policies(node, accesses),
        node.Name("to-services"),
        .. FargateTargets.Ready(node),
        .. PrivateNetwork.ReadyFor(FargateLowering.Services(node)),
    ];

    private static IEnumerable<Resource> Scaling(NodeLowering node)
    {
        var target = node.Resource("scaling", "aws:appautoscaling/target:Target", InputValue.Map.Of(
            new("serviceNamespace", "ecs"),
            new("scalableDimension", "ecs:service:DesiredCount"),
            new("resourceId", InputValue.Interpolation.Of("service/", FargateShared.ClusterName, "/", new InputValue.Reference(node.Name(), "name"))),
            new("minCapacity", node.Whole("min_count")),
            new("maxCapacity", node.Whole("max_count"))));
        yield return target;
        yield return node.Resource("scaling-on-cpu", "aws:appautoscaling/policy:Policy", InputValue.Map.Of(
            new("policyType", "TargetTrackingScaling"),
            new("serviceNamespace", target.Output("serviceNamespace")),
            new("scalableDimension", target.Output("scalableDimension")),
            new("resourceId", target.Output("resourceId")),
            new("targetTrackingScalingPolicyConfiguration", InputValue.Map.Of(
                new("targetValue", TargetPercent),
                new("predefinedMetricSpecification", InputValue.Map.Of(
                    new InputValue.Entry("predefinedMetricType", "ECSServiceAverageCPUUtilization")))))));
    }
}
