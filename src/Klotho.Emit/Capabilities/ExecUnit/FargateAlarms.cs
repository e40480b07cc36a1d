using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>What somebody must hear of when it happens to a service of containers.</summary>
internal static class FargateAlarms
{
    private const long ReplacedUntilThen = 2;

    public static IEnumerable<Alarm> Of(NodeLowering node)
    {
        yield return new(
            "missing-tasks", $"Fewer tasks of the unit {node.Id.Name} run than always should.",
            ("ECS/ContainerInsights", "RunningTaskCount"),
            new(
            [
                new("ClusterName", FargateShared.ClusterName),
                new("ServiceName", new InputValue.Reference(node.Name(), "name")),
            ]),
            node.Whole("min_count"))
        {
            Statistic = "Minimum",
            Below = true,
            Periods = ReplacedUntilThen,
            AlwaysThere = true,
        };
        if (FargateBalancer.IsNeeded(node))
        {
            yield return new(
                "errors", $"The unit {node.Id.Name} answered with errors of its own.",
                ("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count"),
                new([new("LoadBalancer", new InputValue.Reference(node.Name("balancer"), "arnSuffix"))]),
                Threshold: 0);
        }
    }
}
