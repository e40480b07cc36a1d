using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>The service that keeps the unit's tasks running, and its private name.</summary>
internal static class FargateService
{
    public static IEnumerable<Resource> Resources(NodeLowering node, IReadOnlyList<UnitAccess> accesses)
    {
        var called = UnitCalls.IsCalled(node);
        if (called)
        {
            yield return Discovery(node);
        }

        yield return Service(node, accesses, called);
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
            Capacity(node),
            new("desiredCount", node.Whole("desired_count")),
            new("deploymentMinimumHealthyPercent", 100),
            new("deploymentMaximumPercent", 200),
            new("deploymentCircuitBreaker", InputValue.Map.Of(new("enable", true), new("rollback", true))),
            new("availabilityZoneRebalancing", "ENABLED"),
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

    /// <summary>Where tasks run: those that always run never on capacity that can be taken back.</summary>
    private static InputValue.Entry Capacity(NodeLowering node) => !node.Truth("spot")
        ? new("launchType", "FARGATE")
        : new("capacityProviderStrategies", InputValue.List.Of(
            InputValue.Map.Of(new("capacityProvider", "FARGATE"), new("base", node.Whole("min_count")), new("weight", 0)),
            InputValue.Map.Of(new("capacityProvider", "FARGATE_SPOT"), new("weight", 1))));

    /// <summary>Without these a first task could not start or get healthy, and the deployment would be rolled back.</summary>
    private static IEnumerable<ResourceName> Needed(NodeLowering node, IReadOnlyList<UnitAccess> accesses) =>
    [
        .. FargateRoles.Policies(node, accesses),
        .. node.Truth("spot") ? [FargateShared.Capacity] : Array.Empty<ResourceName>(),
        .. UnitNetwork.Rules(node, FargateLowering.Services(node)),
        .. FargateTargets.Ready(node),
        .. PrivateNetwork.ReadyFor(FargateLowering.Services(node)),
    ];
}
