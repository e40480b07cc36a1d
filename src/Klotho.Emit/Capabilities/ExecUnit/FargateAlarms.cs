using Klotho.Analysis.Collections;
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
        foreach (var alarm in FargateBalancer.IsNeeded(node) ? Balanced(node) : [])
        {
            yield return alarm;
        }
    }

    /// <summary>What the unit's load balancer sees.</summary>
    private static IEnumerable<Alarm> Balanced(NodeLowering node)
    {
        const string Metrics = "AWS/ApplicationELB";
        var balancer = new[] { new InputValue.Entry("LoadBalancer", new InputValue.Reference(node.Name("balancer"), "arnSuffix")) }.ToEquatableArray();
        yield return new("errors", $"The unit {node.Id.Name} answered with errors of its own.", (Metrics, "HTTPCode_Target_5XX_Count"), balancer, Threshold: 0);
        foreach (var goal in node.Context.Goals.LatencyOf(node.Id, isWayIn: false))
        {
            yield return Alarm.OfLatency(goal, $"The unit {node.Id.Name} takes", (Metrics, "TargetResponseTime"), balancer, goal.Most.Seconds);
        }
    }
}
